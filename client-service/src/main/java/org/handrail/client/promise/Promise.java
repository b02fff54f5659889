package org.handrail.client.promise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a specialist promised a client. The client sees each of them, kept or not.
 *
 * @param dueAt by when; after it was renegotiated, the new time
 * @param note what became of it, in the words of whoever said so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Promise(
    UUID id,
    UUID clientId,
    String specialist,
    String words,
    Instant dueAt,
    Status status,
    Instant madeAt,
    @Nullable String note,
    long version) {

  /** What became of it. */
  enum Status {
    OPEN,
    KEPT,
    NOT_KEPT
  }

  boolean isOpen() {
    return status == Status.OPEN;
  }

  Promise ended(Status as, @Nullable String note) {
    return new Promise(id, clientId, specialist, words, dueAt, as, madeAt, note, version + 1);
  }

  Promise dueAt(Instant later, @Nullable String note) {
    return new Promise(id, clientId, specialist, words, later, status, madeAt, note, version + 1);
  }
}
