package org.handrail.client.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.credential.State.CERTIFIED;
import static org.handrail.client.credential.State.EXPIRING;
import static org.handrail.client.credential.State.INACTIVE;
import static org.handrail.client.credential.State.LAPSED;
import static org.handrail.client.credential.State.PROVISIONAL;
import static org.handrail.client.credential.State.REINSTATED;
import static org.handrail.client.credential.State.REVOKED;
import static org.handrail.client.credential.State.TRAINEE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;

/** How a certification stands on a day, to the day. */
class HistoryTest {
  private static final LocalDate START = LocalDate.of(2024, 3, 10);
  private static final LocalDate END = LocalDate.of(2026, 3, 9);

  private static final History CERTIFIED_ONCE =
      new History(
          List.of(
              Step.of(StepKind.BEGUN, START.minusYears(1), "1"),
              grant(StepKind.PROVISIONAL, START.minusMonths(2), START.minusMonths(1)),
              grant(StepKind.CERTIFIED, START, END)));

  private static Step grant(StepKind kind, LocalDate from, LocalDate until) {
    return Step.granting(kind, from, new Cycle(from, until), LAPSED, "1");
  }

  private static State on(History history, LocalDate day) {
    return history.on(day).orElseThrow().state();
  }

  @Test
  @Proves("CERT-1")
  void standsToTheDay() {
    assertThat(CERTIFIED_ONCE.on(START.minusYears(1).minusDays(1))).isEmpty();
    assertThat(on(CERTIFIED_ONCE, START.minusYears(1))).isEqualTo(TRAINEE);
    assertThat(on(CERTIFIED_ONCE, START.minusMonths(2))).isEqualTo(PROVISIONAL);
    assertThat(on(CERTIFIED_ONCE, START.minusMonths(1))).isEqualTo(PROVISIONAL);
    assertThat(on(CERTIFIED_ONCE, START.minusMonths(1).plusDays(1))).isEqualTo(LAPSED);
    assertThat(on(CERTIFIED_ONCE, START)).isEqualTo(CERTIFIED);
    assertThat(on(CERTIFIED_ONCE, END.minusDays(91))).isEqualTo(CERTIFIED);
    assertThat(on(CERTIFIED_ONCE, END.minusDays(90))).isEqualTo(EXPIRING);
    assertThat(on(CERTIFIED_ONCE, END)).isEqualTo(EXPIRING);
    assertThat(on(CERTIFIED_ONCE, END.plusDays(1))).isEqualTo(LAPSED);
  }

  @Test
  @Proves("CERT-2")
  void holdsOnItsLastDayAndNotOnTheNext() {
    assertThat(CERTIFIED_ONCE.holdsOn(START.minusDays(1))).isFalse();
    assertThat(CERTIFIED_ONCE.holdsOn(START)).isTrue();
    assertThat(CERTIFIED_ONCE.holdsOn(END)).isTrue();
    assertThat(CERTIFIED_ONCE.holdsOn(END.plusDays(1))).isFalse();
  }

  @Test
  void whatCameLaterDoesNotChangeTheDaysBefore() {
    var later =
        CERTIFIED_ONCE
            .with(grantLater(StepKind.RENEWED, END.minusDays(20), END.plusDays(1)))
            .with(Step.of(StepKind.DEACTIVATED, END.plusMonths(3), "1"))
            .with(grant(StepKind.REINSTATED, END.plusMonths(6), END.plusMonths(18)))
            .with(Step.of(StepKind.REVOKED, END.plusMonths(7), "1"));
    assertThat(on(later, END.minusDays(21))).isEqualTo(EXPIRING);
    assertThat(on(later, END.minusDays(20))).isEqualTo(CERTIFIED);
    assertThat(on(later, END.plusDays(1))).isEqualTo(CERTIFIED);
    assertThat(on(later, END.plusMonths(3))).isEqualTo(INACTIVE);
    assertThat(on(later, END.plusMonths(6))).isEqualTo(REINSTATED);
    assertThat(on(later, END.plusMonths(7))).isEqualTo(REVOKED);
    assertThat(on(later, END.plusYears(9))).isEqualTo(REVOKED);
    assertThat(later.cycleOf(END)).contains(new Cycle(START, END));
    assertThat(later.cycleOf(END.plusDays(1)).map(Cycle::from)).contains(END.plusDays(1));
  }

  private static Step grantLater(StepKind kind, LocalDate on, LocalDate from) {
    return Step.granting(kind, on, new Cycle(from, from.plusYears(2)), LAPSED, "1");
  }

  /** The whole table: kind of step, state, whether it was certified before. */
  @Test
  @Proves("CERT-1")
  void onlyWhatIsAllowedCanFollow() {
    var allowed =
        Set.of(
            "BEGUN LAPSED true",
            "BEGUN LAPSED false",
            "BEGUN INACTIVE true",
            "BEGUN INACTIVE false",
            "BEGUN REVOKED true",
            "BEGUN REVOKED false",
            "PROVISIONAL TRAINEE false",
            "CERTIFIED TRAINEE false",
            "CERTIFIED PROVISIONAL false",
            "CERTIFIED LAPSED false",
            "CERTIFIED INACTIVE false",
            "RENEWED CERTIFIED true",
            "RENEWED EXPIRING true",
            "RENEWED REINSTATED true",
            "DEACTIVATED TRAINEE false",
            "DEACTIVATED PROVISIONAL false",
            "DEACTIVATED CERTIFIED true",
            "DEACTIVATED EXPIRING true",
            "DEACTIVATED REINSTATED true",
            "REINSTATED LAPSED true",
            "REINSTATED INACTIVE true",
            "REVOKED TRAINEE false",
            "REVOKED PROVISIONAL false",
            "REVOKED CERTIFIED true",
            "REVOKED EXPIRING true",
            "REVOKED LAPSED true",
            "REVOKED LAPSED false",
            "REVOKED INACTIVE true",
            "REVOKED INACTIVE false",
            "REVOKED REINSTATED true");
    var found = new ArrayList<String>();
    for (var kind : StepKind.values()) {
      for (var state : State.values()) {
        for (var before : List.of(true, false)) {
          if (isPossible(state, before) && kind.canFollow(state, before)) {
            found.add(kind + " " + state + " " + before);
          }
        }
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(allowed);
  }

  private static boolean isPossible(State state, boolean certifiedBefore) {
    return certifiedBefore ? state != TRAINEE && state != PROVISIONAL : !state.holds();
  }

  @Test
  @Proves("CERT-2")
  void whoLostOneTakesNobodyNewUnlessAnotherHolds() {
    assertThat(letTakeClients(TRAINEE)).isTrue();
    assertThat(letTakeClients(PROVISIONAL, TRAINEE)).isTrue();
    assertThat(letTakeClients(EXPIRING)).isTrue();
    assertThat(letTakeClients(REINSTATED)).isTrue();
    assertThat(letTakeClients(LAPSED)).isFalse();
    assertThat(letTakeClients(INACTIVE)).isFalse();
    assertThat(letTakeClients(REVOKED, TRAINEE)).isFalse();
    assertThat(letTakeClients(LAPSED, CERTIFIED)).isTrue();
    assertThat(letTakeClients()).isFalse();
  }

  private static boolean letTakeClients(State... states) {
    return Standing.letTakeClients(
        Stream.of(states).map(state -> new Standing(state, null, false)).toList());
  }

  @Test
  @Proves("CERT-2")
  void whoLostOneIsNotOnTheWayToTheFirstByBeginningAnew() {
    var rested =
        new History(
            List.of(
                Step.of(StepKind.BEGUN, START, "1"),
                Step.of(StepKind.DEACTIVATED, START.plusMonths(1), "1"),
                Step.of(StepKind.BEGUN, START.plusMonths(2), "1")));
    var later = END.plusMonths(1);
    var lapsed = CERTIFIED_ONCE.with(Step.of(StepKind.BEGUN, later, "1"));
    var revoked =
        new History(
            List.of(
                Step.of(StepKind.BEGUN, START, "1"),
                Step.of(StepKind.REVOKED, START.plusMonths(1), "1"),
                Step.of(StepKind.BEGUN, START.plusMonths(2), "1")));
    for (var history : List.of(rested, lapsed, revoked)) {
      assertThat(on(history, later)).isEqualTo(TRAINEE);
      assertThat(history.certifiedSinceBegun(later)).isFalse();
    }
    assertThat(letTakeClientsOn(rested, later)).isTrue();
    assertThat(letTakeClientsOn(lapsed, later)).isFalse();
    assertThat(letTakeClientsOn(revoked, later)).isFalse();
    var again = lapsed.with(grant(StepKind.CERTIFIED, later.plusDays(1), later.plusYears(2)));
    assertThat(letTakeClientsOn(again, later)).isFalse();
    assertThat(letTakeClientsOn(again, later.plusDays(1))).isTrue();
    assertThat(again.certifiedSinceBegun(later.plusDays(1))).isTrue();
  }

  @Test
  @Proves("CERT-3")
  void whoBeganAnewCountsNothingInTheCycleThatWasLost() {
    var revoked = CERTIFIED_ONCE.with(Step.of(StepKind.REVOKED, START.plusMonths(3), "1"));
    var anew = revoked.with(Step.of(StepKind.BEGUN, START.plusMonths(6), "1"));
    assertThat(anew.cycleOf(START.plusMonths(2))).contains(new Cycle(START, END));
    assertThat(anew.cycleOf(START.plusMonths(6))).isEmpty();
    var rested = anew.with(Step.of(StepKind.DEACTIVATED, START.plusMonths(8), "1"));
    assertThat(rested.cycleOf(START.plusMonths(9))).isEmpty();
  }

  private static boolean letTakeClientsOn(History history, LocalDate day) {
    return Standing.letTakeClients(history.on(day).stream().toList());
  }
}
