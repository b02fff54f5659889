package org.handrail.referral.handoff;

import java.time.Instant;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A task of the specialist: to ask how it goes, so many days after the person came.
 *
 * @param day after the arrival, 7 or 30
 * @param said the client's own words, if they wanted them kept
 */
record FollowUpTask(
    int day,
    Instant dueAt,
    @Nullable Outcome outcome,
    @Nullable RecordedAct said,
    @Nullable SubjectId doneBy,
    @Nullable Instant doneAt) {

  /** What came of asking. */
  enum Outcome {
    ENGAGED,
    LEFT,
    NOT_REACHED
  }
}
