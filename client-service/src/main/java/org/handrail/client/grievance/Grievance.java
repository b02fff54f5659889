package org.handrail.client.grievance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/**
 * Injustice that a client met, in their words. It goes to nobody until the client says so.
 *
 * @param escalation the client's act by which the agency's supervisors were told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Grievance(
    UUID id,
    UUID clientId,
    String clientsWords,
    Matter matter,
    String recordedBy,
    Instant recordedAt,
    @Nullable ActView escalation) {

  /** What it is about. */
  enum Matter {
    STIGMA,
    DISCRIMINATION,
    HOUSING,
    WORK,
    HEALTH_CARE,
    LEGAL_SYSTEM,
    THIS_AGENCY,
    OTHER
  }
}
