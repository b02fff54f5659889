package org.handrail.plan.plan;

import org.handrail.platform.act.RecordedAct;
import org.jspecify.annotations.Nullable;

/** Something that the client wants, or that somebody at their side proposes to want. */
public sealed interface Goal {

  Statement statement();

  GoalStatus status();

  /** By which the client made it theirs, where that was needed. */
  @Nullable RecordedAct acceptance();

  /** Waits for the client, and counts for nothing until then. */
  record Proposed(Statement statement) implements Goal {

    Accepted accept(RecordedAct act) {
      return new Accepted(statement, act);
    }

    @Override
    public GoalStatus status() {
      return GoalStatus.PROPOSED;
    }

    @Override
    public @Nullable RecordedAct acceptance() {
      return null;
    }
  }

  /** The client's own: stated by the client, or accepted by an act of the client. */
  record Accepted(Statement statement, @Nullable RecordedAct acceptance) implements Goal {

    public Accepted {
      if (statement.statedBy() == StatedBy.PRS_PROPOSAL && acceptance == null) {
        throw new IllegalArgumentException("only the client makes a proposal theirs");
      }
    }

    @Override
    public GoalStatus status() {
      return GoalStatus.ACCEPTED;
    }
  }
}
