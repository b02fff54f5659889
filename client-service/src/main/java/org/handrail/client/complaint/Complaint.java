package org.handrail.client.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/** What a client complains of, and what the privacy officer answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Complaint(
    UUID id, UUID clientId, String words, ActView act, @Nullable ComplaintAnswer answer) {

  /** Of the agency's privacy officer. */
  record ComplaintAnswer(String words, Instant at) {}
}
