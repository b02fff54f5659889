package org.handrail.client.credential;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How a certification stands on a day.
 *
 * @param until its last day, where it has one
 * @param lostBefore whether it held before and does no more, or was revoked: whoever sets out for
 *     it anew is not on the way to the first
 */
public record Standing(State state, @Nullable LocalDate until, boolean lostBefore) {
  static final int SOON = 90;

  /**
   * Whether somebody whose certifications stand like this may walk with somebody new (CERT-2): with
   * one that holds; or on the way to the first, as long as none was lost.
   */
  public static boolean letTakeClients(Collection<Standing> standings) {
    return standings.stream().anyMatch(Standing::holds)
        || (!standings.isEmpty() && standings.stream().allMatch(Standing::isOnTheWayToTheFirst));
  }

  /** Whether it is a certification that holds. */
  public boolean holds() {
    return state.holds();
  }

  private boolean isOnTheWayToTheFirst() {
    return state.isOnTheWay() && !lostBefore;
  }

  /** Of a grant, on a day from its step on. */
  static Standing of(Step grant, Cycle cycle, LocalDate day, boolean lostBefore) {
    return new Standing(state(grant, cycle, day), cycle.until(), lostBefore);
  }

  private static State state(Step grant, Cycle cycle, LocalDate day) {
    if (day.isAfter(cycle.until())) {
      return grant.endsAs();
    }
    if (grant.kind() == StepKind.PROVISIONAL) {
      return State.PROVISIONAL;
    }
    if (ChronoUnit.DAYS.between(day, cycle.until()) <= SOON) {
      return State.EXPIRING;
    }
    return grant.kind() == StepKind.REINSTATED ? State.REINSTATED : State.CERTIFIED;
  }
}
