package org.handrail.client.credential;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a certification stands on a day.
 *
 * @param until its last day, where it has one
 */
record Standing(State state, @Nullable LocalDate until) {
  static final int SOON = 90;

  /** Of a grant, on a day from its step on. */
  static Standing of(Step grant, Cycle cycle, LocalDate day) {
    if (day.isAfter(cycle.until())) {
      return new Standing(grant.endsAs(), cycle.until());
    }
    if (grant.kind() == StepKind.PROVISIONAL) {
      return new Standing(State.PROVISIONAL, cycle.until());
    }
    var state =
        ChronoUnit.DAYS.between(day, cycle.until()) <= SOON
            ? State.EXPIRING
            : grant.kind() == StepKind.REINSTATED ? State.REINSTATED : State.CERTIFIED;
    return new Standing(state, cycle.until());
  }
}
