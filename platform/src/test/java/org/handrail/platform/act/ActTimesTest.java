package org.handrail.platform.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.handrail.platform.problem.Problem.Fault;
import org.handrail.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class ActTimesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void whatHasBeenIsTenYearsBackAtMostAndTheClocksOfPhonesMayDiffer() {
    passes(() -> ActTimes.requirePast("/at", NOW.plus(Duration.ofMinutes(5)), NOW));
    passes(() -> ActTimes.requirePast("/at", NOW.minus(Duration.ofDays(3653)), NOW));
    assertThat(fault(() -> ActTimes.requirePast("/at", NOW.plusSeconds(301), NOW)))
        .isEqualTo("/at in-future");
    assertThat(fault(() -> ActTimes.requirePast("/at", NOW.minus(Duration.ofDays(3654)), NOW)))
        .isEqualTo("/at too-long-ago");
  }

  @Test
  void aDayHasBegunWhereItIsTold() {
    var today = LocalDate.parse("2026-11-24");
    passes(() -> ActTimes.requirePast("/on", today, today));
    assertThat(fault(() -> ActTimes.requirePast("/on", today.plusDays(1), today)))
        .isEqualTo("/on in-future");
    passes(() -> ActTimes.requirePast("/on", today.minusDays(3653), today));
    assertThat(fault(() -> ActTimes.requirePast("/on", today.minusDays(3654), today)))
        .isEqualTo("/on too-long-ago");
  }

  @Test
  void whatIsPlannedIsToComeWithinAYear() {
    passes(() -> ActTimes.requirePlanned("/dueAt", NOW.plusSeconds(1), NOW));
    passes(() -> ActTimes.requirePlanned("/dueAt", NOW.plus(Duration.ofDays(366)), NOW));
    assertThat(fault(() -> ActTimes.requirePlanned("/dueAt", NOW, NOW)))
        .isEqualTo("/dueAt in-past");
    assertThat(fault(() -> ActTimes.requirePlanned("/dueAt", NOW.plus(Duration.ofDays(367)), NOW)))
        .isEqualTo("/dueAt too-far-ahead");
  }

  @Test
  void aDayIsPlannedFromTodayOnWithinAYear() {
    var today = LocalDate.parse("2026-11-24");
    passes(() -> ActTimes.requirePlanned("/until", today, today));
    passes(() -> ActTimes.requirePlanned("/until", today.plusDays(366), today));
    assertThat(fault(() -> ActTimes.requirePlanned("/until", today.minusDays(1), today)))
        .isEqualTo("/until in-past");
    assertThat(fault(() -> ActTimes.requirePlanned("/until", today.plusDays(367), today)))
        .isEqualTo("/until too-far-ahead");
  }

  @Test
  void aDayThatIsPlannedMayLastFurtherWest() {
    Instant morning = Instant.parse("2026-11-24T08:00:00Z");
    passes(() -> ActTimes.requirePlanned("/dueOn", LocalDate.parse("2026-11-23"), morning));
    passes(() -> ActTimes.requirePlanned("/dueOn", LocalDate.parse("2027-11-24"), morning));
    assertThat(planned("2026-11-22", morning)).isEqualTo("/dueOn in-past");
    assertThat(planned("1950-01-01", morning)).isEqualTo("/dueOn in-past");
    assertThat(planned("2027-11-25", morning)).isEqualTo("/dueOn too-far-ahead");
  }

  private static String planned(String day, Instant now) {
    return fault(() -> ActTimes.requirePlanned("/dueOn", LocalDate.parse(day), now));
  }

  @Test
  void whatWasOrIsPlannedLiesBetweenTheTwo() {
    passes(() -> ActTimes.require("/startsAt", NOW.minus(Duration.ofDays(30)), NOW));
    passes(() -> ActTimes.require("/startsAt", NOW.plus(Duration.ofDays(30)), NOW));
    assertThat(fault(() -> ActTimes.require("/startsAt", Instant.EPOCH, NOW)))
        .isEqualTo("/startsAt too-long-ago");
    assertThat(fault(() -> ActTimes.require("/startsAt", NOW.plus(Duration.ofDays(367)), NOW)))
        .isEqualTo("/startsAt too-far-ahead");
  }

  @Test
  void aDayOfALifeLiesWithinItsYears() {
    passes(() -> within("1926-11-24"));
    passes(() -> within("2027-11-24"));
    assertThat(fault(() -> within("1926-11-23"))).isEqualTo("/since too-long-ago");
    assertThat(fault(() -> within("2027-11-25"))).isEqualTo("/since too-far-ahead");
  }

  private static void within(String day) {
    ActTimes.requireWithin("/since", LocalDate.parse(day), 100, 1, NOW);
  }

  private static void passes(ThrowingCallable check) {
    assertThatCode(check).doesNotThrowAnyException();
  }

  private static String fault(ThrowingCallable check) {
    Fault fault = catchThrowableOfType(Refusal.class, check).problem().errors().getFirst();
    return fault.pointer() + " " + fault.code();
  }
}
