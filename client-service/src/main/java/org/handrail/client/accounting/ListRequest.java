package org.handrail.client.accounting;

import java.time.Instant;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A client's request for one of their lists.
 *
 * @param since from when on the list reaches
 * @param requestedAt when the client asked, whenever it was written down
 * @param free whether it costs nothing: the first accounting within twelve months does not
 */
record ListRequest(
    UUID id,
    ClientId client,
    ListKind kind,
    Instant since,
    Instant requestedAt,
    RecordedAct act,
    boolean free,
    Instant dueAt,
    @Nullable Extension extension,
    @Nullable Answer answer,
    long version) {

  /** More time, with a reason that the client gets in writing. */
  record Extension(Instant at, SubjectId by, String reason) {}

  /** How the client got it. */
  enum How {
    DOWNLOADED,
    HANDED_OVER,
    MAILED
  }

  record Answer(Instant at, SubjectId by, How how) {}

  ListRequest extended(Extension extension) {
    return new ListRequest(
        id,
        client,
        kind,
        since,
        requestedAt,
        act,
        free,
        dueAt.plus(ListKind.EXTENSION),
        extension,
        answer,
        version + 1);
  }

  ListRequest answered(Answer answer) {
    return new ListRequest(
        id, client, kind, since, requestedAt, act, free, dueAt, extension, answer, version + 1);
  }
}
