package org.handrail.plan.plan;

import java.time.Instant;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;

/**
 * What a goal says. It is never rewritten: who wants other words states another goal.
 *
 * @param words the client's own, or those of the proposal
 */
public record Statement(
    GoalId id,
    String words,
    GoalCategory category,
    StatedBy statedBy,
    SubjectId writtenBy,
    Instant writtenAt) {

  static final ProblemType AUTHOR_NOT_POSSIBLE =
      ProblemType.of("goal-author-not-possible", 422, "The goal cannot have come from them");

  /** Refuses what clients would propose to themselves. */
  static Statement of(
      String words, GoalCategory category, StatedBy statedBy, Recorder recorder, Instant now) {
    if (recorder.isTheClient() && statedBy == StatedBy.PRS_PROPOSAL) {
      throw Refusal.of(
          Problem.of(AUTHOR_NOT_POSSIBLE)
              .error("/statedBy", "not-possible", "What clients state is theirs: client."));
    }
    return new Statement(GoalId.random(), words, category, statedBy, recorder.subject(), now);
  }
}
