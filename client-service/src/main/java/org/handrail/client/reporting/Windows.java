package org.handrail.client.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.client.reporting.Grants.Grant;
import org.handrail.client.reporting.Grants.Report;

/** When the reports of an enrollment are due, by the grant's own days (REP-1). */
final class Windows {

  private Windows() {}

  /**
   * The days in which a report is made.
   *
   * @param number 1 for the first of its kind
   * @param opens the first day
   * @param closes the last day on which it is in time
   */
  record Window(Grants.Point point, int number, LocalDate opens, LocalDate closes) {
    boolean isOpen(LocalDate today) {
      return !today.isBefore(opens) && !today.isAfter(closes);
    }

    boolean isOver(LocalDate today) {
      return today.isAfter(closes);
    }
  }

  /**
   * Those that have opened by that day and are asked for. After the end nothing but the closeout
   * comes.
   */
  static List<Window> opened(Grant grant, Enrollment enrollment, LocalDate today) {
    return reportable(grant, enrollment, today).stream()
        .filter(window -> isStillAsked(window, enrollment))
        .toList();
  }

  /**
   * Those of which something can be reported: with the ones that are asked for, the one that was
   * open at the end.
   */
  static List<Window> reportable(Grant grant, Enrollment enrollment, LocalDate today) {
    return grant.reports().stream()
        .flatMap(report -> each(report, enrollment, today))
        .filter(window -> !window.opens().isAfter(today))
        .filter(
            window ->
                isStillAsked(window, enrollment) || !isAfterTheEnd(window.opens(), enrollment))
        .toList();
  }

  /** Whether a report was made on a day on which nobody asked for it any more. */
  static boolean isTooLate(Window window, Enrollment enrollment, LocalDate on) {
    return !isStillAsked(window, enrollment) && isAfterTheEnd(on, enrollment);
  }

  private static boolean isAfterTheEnd(LocalDate day, Enrollment enrollment) {
    var end = enrollment.endedOn();
    return end != null && day.isAfter(end);
  }

  private static Stream<Window> each(Report report, Enrollment enrollment, LocalDate today) {
    var start = enrollment.startedOn();
    return switch (report.anchor()) {
      case START -> Stream.of(window(report, 1, start));
      case ANNIVERSARY ->
          IntStream.rangeClosed(1, Math.max(0, today.getYear() - start.getYear()) + 1)
              .mapToObj(year -> window(report, year, start.plusYears(year)));
      case END -> Stream.ofNullable(enrollment.endedOn()).map(end -> window(report, 1, end));
    };
  }

  private static Window window(Report report, int number, LocalDate anchor) {
    var day = anchor.plusDays(report.at());
    return new Window(
        report.point(), number, day.minusDays(report.before()), day.plusDays(report.after()));
  }

  private static boolean isStillAsked(Window window, Enrollment enrollment) {
    var end = enrollment.endedOn();
    return end == null
        || window.point() == Grants.Point.CLOSEOUT
        || window.point() == Grants.Point.BASELINE
        || !window.closes().isAfter(end);
  }
}
