package org.handrail.client.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.billing.Obstacle.ACTIVITY_MISSING;
import static org.handrail.client.billing.Obstacle.COMPANION_SHIFT;
import static org.handrail.client.billing.Obstacle.CREDENTIAL_NOT_VALID;
import static org.handrail.client.billing.Obstacle.DAY_CAP;
import static org.handrail.client.billing.Obstacle.GOAL_MISSING;
import static org.handrail.client.billing.Obstacle.GROUP_TOO_LARGE;
import static org.handrail.client.billing.Obstacle.KIND_NOT_PAID;
import static org.handrail.client.billing.Obstacle.MODE_NOT_PAID;
import static org.handrail.client.billing.Obstacle.OVERLAPS;
import static org.handrail.client.billing.Obstacle.SIGN_OFF_MISSING;
import static org.handrail.client.billing.Obstacle.TOO_SHORT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.handrail.client.Configured;
import org.handrail.client.billing.Counting.Counted;
import org.handrail.client.encounter.Kind;
import org.handrail.client.encounter.Mode;
import org.handrail.platform.fixtures.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CountingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
  private static final Instant NINE = Instant.parse("2026-11-03T14:00:00Z");

  private final Payers payers =
      Configured.as(Payers.class, "handrail.billing", "billing/payers.yaml");
  private final PayerRule newJersey = payers.rule("nj-medicaid", DAY).orElseThrow();
  private final PayerRule northCarolina = payers.rule("nc-medicaid", DAY).orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "7, 0, 0",
    "8, 0, 1",
    "14, 0, 1",
    "15, 1, 1",
    "22, 1, 1",
    "23, 1, 2",
    "29, 1, 2",
    "30, 2, 2",
    "37, 2, 2",
    "38, 2, 3",
    "60, 4, 4"
  })
  @Proves("BILL-1")
  void unitsAreCountedAsThePayerCounts(int minutes, int floor, int eightMinute) {
    var elapsed = Duration.ofMinutes(minutes);
    assertThat(Rounding.FLOOR.units(elapsed, Duration.ofMinutes(15))).isEqualTo(floor);
    assertThat(Rounding.EIGHT_MINUTE.units(elapsed, Duration.ofMinutes(15))).isEqualTo(eightMinute);
    assertThat(Rounding.EIGHT_MINUTE.units(elapsed.plusSeconds(59), Duration.ofMinutes(15)))
        .isEqualTo(eightMinute);
  }

  @Test
  @Proves("BILL-1")
  void theDayHasItsCap() {
    var day =
        new Counting(newJersey)
            .day(
                DAY,
                List.of(
                    service(NINE, 180),
                    service(NINE.plusSeconds(4 * 3600), 90),
                    service(NINE.plusSeconds(8 * 3600), 30)));
    assertThat(day).extracting(Counted::units).containsExactly(12, 4, 0);
    assertThat(day.get(0).obstacles()).isEmpty();
    assertThat(day.get(1).obstacles()).containsExactly(DAY_CAP);
    assertThat(day.get(2).obstacles()).containsExactly(DAY_CAP);
    var exactly = new Counting(newJersey).day(DAY, List.of(service(NINE, 240)));
    assertThat(exactly.getFirst().units()).isEqualTo(16);
    assertThat(exactly.getFirst().obstacles()).isEmpty();
  }

  @Test
  @Proves("BILL-1")
  void theSameTimeIsPaidOnce() {
    var day =
        new Counting(northCarolina)
            .day(
                DAY,
                List.of(
                    service(NINE.plusSeconds(3599), 60),
                    service(NINE, 60),
                    service(NINE.plusSeconds(3599 + 3600), 60)));
    assertThat(day).extracting(Counted::units).containsExactly(4, 0, 4);
    assertThat(day.get(1).obstacles()).containsExactly(OVERLAPS);
  }

  @Test
  @Proves("BILL-1")
  void aNightOnWhichTheClocksChangeIsAsLongAsItIs() {
    var zone = newJersey.zone();
    // At two in the morning it is one again.
    var longer =
        between(
            ZonedDateTime.of(LocalDate.of(2026, 11, 1), LocalTime.of(0, 30), zone),
            ZonedDateTime.of(LocalDate.of(2026, 11, 1), LocalTime.of(2, 30), zone));
    // At two in the morning it is three.
    var shorter =
        between(
            ZonedDateTime.of(LocalDate.of(2026, 3, 8), LocalTime.of(1, 30), zone),
            ZonedDateTime.of(LocalDate.of(2026, 3, 8), LocalTime.of(3, 30), zone));
    assertThat(one(newJersey, longer).units()).isEqualTo(12);
    assertThat(one(newJersey, shorter).units()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"OUTREACH", "TRAVEL", "SOBER_COMPANION", "MEETING_ATTENDANCE"})
  @Proves("BILL-1")
  void someTimeIsNotPaid(Kind kind) {
    for (var rule : payers.payers()) {
      var counted = one(rule, with(kind, Mode.IN_PERSON, null));
      assertThat(counted.units()).isZero();
      assertThat(counted.obstacles()).containsExactly(KIND_NOT_PAID);
    }
  }

  @Test
  @Proves("BILL-1")
  void aGroupHasItsModifierAndItsMax() {
    var group = one(newJersey, with(Kind.GROUP, Mode.IN_PERSON, 12));
    assertThat(group.units()).isEqualTo(4);
    assertThat(group.modifiers()).containsExactly("HF", "HQ");
    assertThat(one(newJersey, service(NINE, 60)).modifiers()).containsExactly("HF");
    var larger = one(northCarolina, with(Kind.GROUP, Mode.IN_PERSON, 13));
    assertThat(larger.units()).isZero();
    assertThat(larger.obstacles()).containsExactly(GROUP_TOO_LARGE);
  }

  @Test
  @Proves("BILL-1")
  void whatIsMissingIsNamedAndNothingIsPaid() {
    var bare =
        new Service(
            UUID.randomUUID(),
            Kind.OUTREACH,
            Mode.TEXT,
            NINE,
            NINE.plusSeconds(60),
            false,
            false,
            false,
            false,
            true,
            null);
    var counted = one(newJersey, bare);
    assertThat(counted.units()).isZero();
    assertThat(counted.obstacles())
        .containsExactlyInAnyOrder(
            KIND_NOT_PAID,
            MODE_NOT_PAID,
            GOAL_MISSING,
            ACTIVITY_MISSING,
            CREDENTIAL_NOT_VALID,
            SIGN_OFF_MISSING,
            COMPANION_SHIFT,
            TOO_SHORT);
    // Not everybody asks for a supervisor's sign-off.
    assertThat(one(northCarolina, bare).obstacles()).doesNotContain(SIGN_OFF_MISSING);
  }

  @Test
  @Proves("BILL-1")
  void whatReachesInFromTheDayBeforeIsNotPaidTwice() {
    var midnight = DAY.atStartOfDay(northCarolina.zone()).toInstant();
    var night = service(midnight.minusSeconds(1800), 60);
    var first = service(midnight, 60);
    var second = service(midnight.plusSeconds(1800), 60);
    var counting = new Counting(northCarolina);
    var day = counting.day(DAY, List.of(night, first, second));
    assertThat(day).extracting(Counted::encounterId).containsExactly(first.id(), second.id());
    assertThat(day).extracting(Counted::units).containsExactly(0, 4);
    assertThat(day.get(0).obstacles()).containsExactly(OVERLAPS);
    // A night that was not paid itself bars nothing.
    var text = service(Kind.ONE_TO_ONE, Mode.TEXT, null, night.from(), night.until());
    assertThat(counting.day(DAY, List.of(text, first)).getFirst().units()).isEqualTo(4);
    var evening = service(night.from().minusSeconds(1800), 60);
    assertThat(counting.day(DAY, List.of(evening, night, first)).getFirst().units()).isEqualTo(4);
  }

  @Test
  @Proves("BILL-1")
  void onlyTimeThatIsPaidBarsOtherTime() {
    var day =
        new Counting(northCarolina)
            .day(
                DAY,
                List.of(
                    service(Kind.ONE_TO_ONE, Mode.TEXT, null, NINE, NINE.plusSeconds(3600)),
                    service(NINE.plusSeconds(60), 2),
                    service(NINE.plusSeconds(120), 60),
                    service(NINE.plusSeconds(3600), 120),
                    service(NINE.plusSeconds(7200), 60)));
    assertThat(day).extracting(Counted::units).containsExactly(0, 0, 4, 0, 4);
    assertThat(day.get(3).obstacles()).containsExactly(OVERLAPS);
  }

  @Test
  void whatIsNotPaidUsesNothingOfTheDayUp() {
    var day =
        new Counting(newJersey)
            .day(
                DAY,
                List.of(
                    with(Kind.OUTREACH, Mode.IN_PERSON, null),
                    service(NINE.plusSeconds(3600), 240)));
    assertThat(day).extracting(Counted::units).containsExactly(0, 16);
  }

  @Test
  void aRuleHoldsOnItsDaysOnly() {
    assertThat(payers.rule("nj-medicaid", LocalDate.of(2024, 12, 31))).isEmpty();
    assertThat(payers.rule("nj-medicaid", LocalDate.of(2025, 1, 1))).isPresent();
    assertThat(payers.rule("nobody", DAY)).isEmpty();
  }

  private static Counted one(PayerRule rule, Service service) {
    return new Counting(rule).day(dayOf(rule, service), List.of(service)).getFirst();
  }

  private static LocalDate dayOf(PayerRule rule, Service service) {
    return LocalDate.ofInstant(service.from(), rule.zone());
  }

  private static Service service(Instant from, int minutes) {
    return service(Kind.ONE_TO_ONE, Mode.IN_PERSON, null, from, from.plusSeconds(60L * minutes));
  }

  private static Service between(ZonedDateTime from, ZonedDateTime until) {
    return service(Kind.ONE_TO_ONE, Mode.IN_PERSON, null, from.toInstant(), until.toInstant());
  }

  private static Service with(Kind kind, Mode mode, @Nullable Integer people) {
    return service(kind, mode, people, NINE, NINE.plusSeconds(3600));
  }

  private static Service service(
      Kind kind, Mode mode, @Nullable Integer people, Instant from, Instant until) {
    return new Service(
        UUID.randomUUID(), kind, mode, from, until, true, true, true, true, false, people);
  }
}
