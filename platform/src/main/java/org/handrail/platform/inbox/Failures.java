package org.handrail.platform.inbox;

import org.handrail.platform.calls.Unreachable;
import org.handrail.platform.sql.Outages;

/** Tells what is wrong with an event from what is wrong with the world. */
final class Failures {

  private Failures() {}

  /** Whether the same event may well work later, when what is down is up again. */
  static boolean passes(Throwable failure) {
    return failure instanceof Unreachable || Outages.caused(failure);
  }
}
