package org.handrail.client.credential;

import java.time.LocalDate;

/** From when to when something is granted; both days are part of it. */
record Cycle(LocalDate from, LocalDate until) {
  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
