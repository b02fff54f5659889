package org.handrail.platform.act;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problem.Fault;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;

/**
 * When something can have been that somebody writes down, and when it can be that somebody plans.
 * The clocks of phones are not ours: five minutes more or less say nothing.
 */
public final class ActTimes {
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
  // Older papers exist, but nobody begins to write them down here: it was a slip.
  private static final Duration LONGEST_AGO = Duration.ofDays(3653);
  // Nobody arranges to meet further ahead: it was a slip.
  private static final Duration LONGEST_AHEAD = Duration.ofDays(366);
  // Where a day begins before all others.
  private static final ZoneOffset FURTHEST_EAST = ZoneOffset.ofHours(14);
  // Where it ends after all others.
  private static final ZoneOffset FURTHEST_WEST = ZoneOffset.ofHours(-12);

  private ActTimes() {}

  /** Whether that is still to come. */
  public static boolean isToCome(Instant at, Instant now) {
    return at.isAfter(now.plus(CLOCKS_DIFFER_BY));
  }

  /** When a day begins, where it begins first: whatever was on it was not before. */
  public static Instant earliestOf(LocalDate day) {
    return day.atStartOfDay(FURTHEST_EAST).toInstant();
  }

  /** Whether one was before what it can only follow. */
  public static boolean isBefore(Instant at, Instant other) {
    return at.isBefore(other.minus(CLOCKS_DIFFER_BY));
  }

  /** Whether it lies more than ten years back. */
  public static boolean isTooLongAgo(Instant at, Instant now) {
    return at.isBefore(now.minus(LONGEST_AGO));
  }

  /** Whether it lies more than a year ahead. */
  public static boolean isTooFarAhead(Instant at, Instant now) {
    return at.isAfter(now.plus(LONGEST_AHEAD));
  }

  /** By our clock: what a phone that is a little ahead does is done now. */
  public static Instant byOurClock(Instant at, Instant now) {
    return at.isAfter(now) && !isToCome(at, now) ? now : at;
  }

  /**
   * That something has happened, ten years ago at most.
   *
   * @throws Refusal {@code invalid} with {@code in-future} or {@code too-long-ago} at the pointer
   */
  public static void requirePast(String pointer, Instant at, Instant now) {
    if (isToCome(at, now)) {
      throw refused(inFuture(pointer));
    }
    tooLongAgo(pointer, at, now).ifPresent(ActTimes::refuse);
  }

  /**
   * The same of a day.
   *
   * @param today where the day is told
   */
  public static void requirePast(String pointer, LocalDate on, LocalDate today) {
    if (on.isAfter(today)) {
      throw refused(inFuture(pointer));
    }
    if (on.isBefore(today.minusDays(LONGEST_AGO.toDays()))) {
      throw refused(longAgo(pointer));
    }
  }

  /**
   * That something is still to come, within a year.
   *
   * @throws Refusal {@code invalid} with {@code in-past} or {@code too-far-ahead} at the pointer
   */
  public static void requirePlanned(String pointer, Instant at, Instant now) {
    if (!at.isAfter(now)) {
      throw refused(new Fault(pointer, "in-past", "That time has passed."));
    }
    tooFarAhead(pointer, at, now).ifPresent(ActTimes::refuse);
  }

  /** The same of a day, wherever in the world it is: somewhere today is not over yet. */
  public static void requirePlanned(String pointer, LocalDate on, Instant now) {
    requirePlanned(pointer, on, LocalDate.ofInstant(now, FURTHEST_WEST));
  }

  /**
   * The same of a day, or that it is the day that begins there.
   *
   * @param today where the day is told
   */
  public static void requirePlanned(String pointer, LocalDate on, LocalDate today) {
    if (on.isBefore(today)) {
      throw refused(new Fault(pointer, "in-past", "That day has passed."));
    }
    if (on.isAfter(today.plusDays(LONGEST_AHEAD.toDays()))) {
      throw refused(farAhead(pointer));
    }
  }

  /**
   * That something was or is planned: ten years ago at most, and within a year.
   *
   * @return the fault {@code too-long-ago} or {@code too-far-ahead} at the pointer
   */
  public static Optional<Fault> fault(String pointer, Instant at, Instant now) {
    return tooLongAgo(pointer, at, now).or(() -> tooFarAhead(pointer, at, now));
  }

  /** As {@link #fault}, refused ({@code invalid}). */
  public static void require(String pointer, Instant at, Instant now) {
    fault(pointer, at, now).ifPresent(ActTimes::refuse);
  }

  /**
   * That a day which somebody tells of is no slip of the year.
   *
   * @param yearsAgo how long ago it may be at most
   * @param yearsAhead how far ahead
   * @throws Refusal {@code invalid} with {@code too-long-ago} or {@code too-far-ahead}
   */
  public static void requireWithin(
      String pointer, LocalDate on, int yearsAgo, int yearsAhead, Instant now) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (on.isBefore(today.minusYears(yearsAgo))) {
      throw refused(
          new Fault(
              pointer, "too-long-ago", "That is more than %d years ago.".formatted(yearsAgo)));
    }
    if (on.isAfter(today.plusYears(yearsAhead))) {
      throw refused(
          new Fault(
              pointer, "too-far-ahead", "Not more than %d years ahead.".formatted(yearsAhead)));
    }
  }

  private static Fault inFuture(String pointer) {
    return new Fault(pointer, "in-future", "It has not happened yet.");
  }

  private static Optional<Fault> tooLongAgo(String pointer, Instant at, Instant now) {
    return isTooLongAgo(at, now) ? Optional.of(longAgo(pointer)) : Optional.empty();
  }

  private static Fault longAgo(String pointer) {
    return new Fault(pointer, "too-long-ago", "That is more than ten years ago.");
  }

  private static Optional<Fault> tooFarAhead(String pointer, Instant at, Instant now) {
    return isTooFarAhead(at, now) ? Optional.of(farAhead(pointer)) : Optional.empty();
  }

  private static Fault farAhead(String pointer) {
    return new Fault(
        pointer, "too-far-ahead", "Plan %d days ahead at most.".formatted(LONGEST_AHEAD.toDays()));
  }

  private static void refuse(Fault fault) {
    throw refused(fault);
  }

  private static Refusal refused(Fault fault) {
    return Refusal.of(Problem.of(Problems.INVALID).errors(List.of(fault)));
  }
}
