package org.handrail.client.billing;

import java.time.Duration;

/** How a payer makes units of elapsed time. */
enum Rounding {
  /** Whole units only. */
  FLOOR,
  /** A begun unit counts from more than its half on: of 15 minutes from 8 on. */
  EIGHT_MINUTE;

  int units(Duration elapsed, Duration unit) {
    var minutes = elapsed.toMinutes();
    var whole = unit.toMinutes();
    var begun = this == FLOOR ? 0 : whole - (whole / 2 + 1);
    return Math.toIntExact((minutes + begun) / whole);
  }
}
