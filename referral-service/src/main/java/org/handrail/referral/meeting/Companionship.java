package org.handrail.referral.meeting;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody goes along to one meeting. It is an arrangement: whether anybody was there stands
 * nowhere, and it is forgotten a day after.
 *
 * @param companion absent until somebody at the client's side says that they come
 * @param act by which the client asked
 */
record Companionship(
    UUID id,
    UUID clientId,
    UUID meetingId,
    Instant startsAt,
    @Nullable SubjectId companion,
    Instant askedAt,
    RecordedAct act,
    @Nullable Instant cancelledAt,
    long version) {

  /** How far it got. */
  enum Status {
    ASKED,
    AGREED,
    CANCELLED
  }

  Status status() {
    if (cancelledAt != null) {
      return Status.CANCELLED;
    }
    return companion == null ? Status.ASKED : Status.AGREED;
  }
}
