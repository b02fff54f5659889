package org.handrail.referral.referral;

import java.time.Instant;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A task of the specialist: to ask the person how it goes, so many days after something.
 *
 * @param day after that, 7 or 30
 * @param said the client's own words, if they wanted them kept
 */
public record FollowUpTask(
    Since since,
    int day,
    Instant dueAt,
    @Nullable Outcome outcome,
    @Nullable RecordedAct said,
    @Nullable SubjectId doneBy,
    @Nullable Instant doneAt) {

  /** From when the days are counted. */
  public enum Since {
    /** While nobody is known to have come. */
    DELIVERY,
    /** From when the person came, as far as that came back through the door. */
    ARRIVAL
  }

  /** What came of asking. */
  public enum Outcome {
    ENGAGED,
    LEFT,
    NOT_REACHED,
    /** The person has not been there, as far as the place does not say that they came. */
    NOT_THERE
  }
}
