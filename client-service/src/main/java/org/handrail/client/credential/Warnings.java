package org.handrail.client.credential;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When to warn of the end of a certification, and of what (CERT-1). */
final class Warnings {
  private static final List<Integer> DAYS_BEFORE = List.of(90, 60, 30, -1);

  private Warnings() {}

  /** The day of the first warning: the latest that is due already, or else the next. */
  static LocalDate first(LocalDate until, LocalDate today) {
    return days(until).stream()
        .filter(day -> !day.isAfter(today))
        .max(Comparator.naturalOrder())
        .orElseGet(() -> until.minusDays(DAYS_BEFORE.getFirst()));
  }

  static Optional<LocalDate> next(LocalDate until, LocalDate today) {
    return days(until).stream().filter(day -> day.isAfter(today)).min(Comparator.naturalOrder());
  }

  /** What to say on that day; nothing as long as the end is far. */
  static Optional<String> code(LocalDate until, LocalDate today) {
    var left = ChronoUnit.DAYS.between(today, until);
    if (left > 90) {
      return Optional.empty();
    }
    return Optional.of(
        left < 0
            ? "credential-lapsed"
            : left <= 30
                ? "credential-ends-in-thirty-days"
                : left <= 60 ? "credential-ends-in-sixty-days" : "credential-ends-in-ninety-days");
  }

  private static List<LocalDate> days(LocalDate until) {
    return DAYS_BEFORE.stream().map(until::minusDays).toList();
  }
}
