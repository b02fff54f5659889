package org.handrail.plan.milestone;

import java.time.Instant;
import java.util.UUID;
import org.handrail.plan.plan.GoalId;
import org.handrail.plan.plan.PlanId;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Something on the way to a goal that the client will know when it is there. */
public record Milestone(MilestoneId id, Meaning meaning, Standing standing, long version) {

  static final ProblemType ALREADY_MARKED =
      ProblemType.of("milestone-already-marked", 409, "The client has marked the milestone");

  /**
   * What the milestone is; never rewritten.
   *
   * @param words the client's own
   * @param awaited if a referral may propose it
   */
  public record Meaning(
      PlanId planId,
      GoalId goalId,
      UUID clientId,
      String words,
      @Nullable Awaited awaited,
      SubjectId writtenBy,
      Instant writtenAt) {}

  /** Whether it was reached, and who says so. */
  public sealed interface Standing {}

  /** Nobody said anything yet. */
  public record Open() implements Standing {}

  /** A referral's step makes it likely. It stays the client's to say. */
  public record Proposed(UUID referralId, Instant at) implements Standing {}

  /** The client said so. */
  public record Marked(RecordedAct act) implements Standing {}

  static Milestone stated(Meaning meaning) {
    return new Milestone(MilestoneId.random(), meaning, new Open(), 1);
  }

  public MilestoneStatus status() {
    return switch (standing) {
      case Open() -> MilestoneStatus.OPEN;
      case Proposed proposed -> MilestoneStatus.PROPOSED;
      case Marked marked -> MilestoneStatus.MARKED;
    };
  }

  /** Whether that referral's step says something of this milestone. */
  boolean waitsFor(UUID referralId) {
    var awaited = meaning.awaited();
    return standing instanceof Open
        && awaited != null
        && (awaited.referralId() == null || awaited.referralId().equals(referralId));
  }

  /** Put to the client; marks nothing. */
  Milestone propose(UUID referralId, Instant now) {
    if (!waitsFor(referralId)) {
      throw new IllegalStateException("the milestone does not wait for that referral");
    }
    return new Milestone(id, meaning, new Proposed(referralId, now), version + 1);
  }

  /** Reached, because the client says so, whether anything proposed it or not. */
  Milestone mark(RecordedAct act) {
    if (standing instanceof Marked) {
      throw Refusal.of(ALREADY_MARKED);
    }
    return new Milestone(id, meaning, new Marked(act), version + 1);
  }
}
