package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.platform.caller.AgencyId;
import org.handrail.referral.referral.clock.Rung;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.History;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class ClocksTest {
  private static final AgencyId HARBORLIGHT = new AgencyId("harborlight");
  private static final AgencyId HILLCREST = new AgencyId("hillcrest");
  private static final Instant NOON = Instant.parse("2026-02-13T17:00:00Z");

  private final Clocks clocks =
      new Clocks(
          ZoneId.of("America/New_York"),
          new Clocks.Holidays(true, Set.of(LocalDate.of(2026, 11, 27))),
          new Clocks.Lengths(Duration.ofDays(1), Duration.ofDays(3)),
          new Clocks.Lengths(Duration.ofHours(2), Duration.ofDays(3)),
          Duration.ofDays(7),
          List.of(7, 30),
          2,
          Map.of(
              "hillcrest",
              new Clocks.Own(
                  null,
                  new Clocks.Holidays(false, Set.of(LocalDate.of(2026, 11, 30))),
                  null,
                  new Clocks.Lengths(Duration.ofMinutes(30), Duration.ofDays(1)))));

  @Test
  void urgentIsAnsweredWithinTwoHoursAndElseWithinADay() {
    assertThat(at(HARBORLIGHT, true, Rung.AT_TIME)).isEqualTo(NOON.plus(Duration.ofHours(2)));
    assertThat(at(HARBORLIGHT, false, Rung.AT_TIME)).isEqualTo(NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void theServicesOwnLengthsAreThoseOfTheCoalition() throws IOException {
    var settings = new StandardEnvironment();
    new YamlPropertySourceLoader()
        .load("own", new ClassPathResource("application.yaml"))
        .forEach(settings.getPropertySources()::addLast);
    Clocks own =
        Binder.get(settings).bind("handrail.referral.clocks", Bindable.of(Clocks.class)).get();

    for (boolean urgent : List.of(false, true)) {
      assertThat(own.at(HARBORLIGHT, urgent, Term.ACKNOWLEDGE, Rung.AT_TIME, NOON))
          .isEqualTo(NOON.plus(Duration.ofHours(urgent ? 2 : 24)));
      assertThat(own.at(HARBORLIGHT, urgent, Term.FIRST_CONTACT, Rung.AT_TIME, NOON))
          .isEqualTo(NOON.plus(Duration.ofDays(3)));
    }
    assertThat(own.followUps()).containsExactly(7, 30);
    assertThat(own.reofferWithin()).isEqualTo(2);
    assertThat(own.onHold()).isEqualTo(Duration.ofDays(7));
    assertThat(own.zone()).isEqualTo(ZoneId.of("America/New_York"));
  }

  @Test
  void ladderIsClimbedInItsOrder() {
    assertThat(at(HARBORLIGHT, true, Rung.HALF_TIME)).isEqualTo("2026-02-13T18:00:00Z");
    assertThat(at(HARBORLIGHT, true, Rung.ESCALATION)).isEqualTo("2026-02-13T19:30:00Z");
    assertThat(at(HARBORLIGHT, true, Rung.OVER)).isEqualTo("2026-02-13T21:00:00Z");
  }

  @Test
  void agencyHasItsOwnLengthsWhereItGaveAny() {
    assertThat(at(HILLCREST, true, Rung.AT_TIME)).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    assertThat(at(HILLCREST, false, Rung.AT_TIME)).isEqualTo(NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void anotherTimeIsOfferedUntilTheEndOfTheSecondWorkingDay() {
    // A Friday; the Sunday after it clocks go forward.
    var within = clocks.reoffering(HARBORLIGHT, Instant.parse("2026-03-06T17:00:00Z"));

    assertThat(within.reminder()).isEqualTo("2026-03-10T12:00:00Z");
    assertThat(within.end()).isEqualTo("2026-03-11T04:00:00Z");
  }

  @Test
  void nobodyIsOfferedAnotherTimeOnAHoliday() {
    // The day before Thanksgiving; the coalition does not work on the day after it either.
    Instant wednesday = Instant.parse("2026-11-25T17:00:00Z");

    assertThat(clocks.reoffering(HARBORLIGHT, wednesday).reminder())
        .isEqualTo("2026-12-01T13:00:00Z");
    assertThat(clocks.reoffering(HILLCREST, wednesday).reminder())
        .as("which keeps its own")
        .isEqualTo("2026-11-27T13:00:00Z");
    assertThat(clocks.reoffering(HILLCREST, Instant.parse("2026-11-27T17:00:00Z")).reminder())
        .isEqualTo("2026-12-02T13:00:00Z");
  }

  @Test
  void agencysHolidaysAreReadFromItsConfiguration() {
    var read =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of(
                        "own.holidays.federal", "false",
                        "own.holidays.days[0]", "2026-11-30",
                        "more.holidays.days[0]", "2026-11-30")))
            .bind("", Bindable.mapOf(String.class, Clocks.Own.class))
            .get();

    assertThat(read)
        .containsEntry("own", holidays(false))
        .as("the federal ones unless it says otherwise")
        .containsEntry("more", holidays(true));
  }

  private static Clocks.Own holidays(boolean federal) {
    var holidays = new Clocks.Holidays(federal, Set.of(LocalDate.of(2026, 11, 30)));
    return new Clocks.Own(null, holidays, null, null);
  }

  @Test
  void whatIsOnHoldIsLookedAtAfterAWeek() {
    assertThat(clocks.onHold(HARBORLIGHT, Instant.parse("2026-10-28T14:00:00Z")))
        .isEqualTo("2026-11-04T15:00:00Z");
  }

  @Test
  void howItGoesIsAskedAtTheSameHourOnTheWall() {
    assertThat(clocks.followUp(HARBORLIGHT, Instant.parse("2026-10-28T14:00:00Z"), 7))
        .isEqualTo("2026-11-04T15:00:00Z");
    assertThat(clocks.followUp(HARBORLIGHT, Instant.parse("2026-12-01T15:00:00Z"), 7))
        .isEqualTo("2026-12-08T15:00:00Z");
  }

  @Test
  void eachTermEndsWithWhatItWaitsFor() {
    var delivered = new Standing(TaskStatus.REQUESTED, BusinessStatus.DELIVERED);
    var read = new Standing(TaskStatus.REQUESTED, BusinessStatus.ACKNOWLEDGED);
    var accepted = new Standing(TaskStatus.ACCEPTED, BusinessStatus.ACKNOWLEDGED);
    var scheduled = new Standing(TaskStatus.ACCEPTED, BusinessStatus.INTAKE_SCHEDULED);
    var waiting = new Standing(TaskStatus.ACCEPTED, BusinessStatus.WAITLISTED);
    var kept = new Standing(TaskStatus.ACCEPTED, BusinessStatus.HOLD_GRANTED);
    var missed = new Standing(TaskStatus.ACCEPTED, BusinessStatus.MISSED);
    var held = new Standing(TaskStatus.ON_HOLD, BusinessStatus.ACKNOWLEDGED);
    var completed = new Standing(TaskStatus.COMPLETED, BusinessStatus.ENGAGED);
    var rejected = new Standing(TaskStatus.REJECTED, BusinessStatus.NO_CAPACITY);
    var all =
        Stream.of(
                delivered, read, accepted, scheduled, waiting, kept, missed, held, completed,
                rejected)
            .map(standing -> seen(taken(Step.ACCEPTED, standing)))
            .toList();

    assertThat(waited(Term.ACKNOWLEDGE, all)).containsExactly(delivered);
    assertThat(waited(Term.FIRST_CONTACT, all))
        .containsExactly(delivered, read, accepted, waiting, kept);
    assertThat(waited(Term.REOFFER, all)).containsExactly(missed);
    assertThat(waited(Term.ON_HOLD, all)).containsExactly(held);
    assertThat(waited(Term.FOLLOW_UP, all)).hasSize(9).doesNotContain(rejected);
  }

  @Test
  void whoWasGivenATimeIsNotWaitedForUntilThePlaceGoesOnAnew() {
    var scheduled =
        taken(Step.ACCEPTED, new Standing(TaskStatus.ACCEPTED, BusinessStatus.INTAKE_SCHEDULED));
    var waiting = new Standing(TaskStatus.ACCEPTED, BusinessStatus.WAITLISTED);
    var kept =
        taken(Step.HOLD_GRANTED, new Standing(TaskStatus.ACCEPTED, BusinessStatus.HOLD_GRANTED));

    assertThat(Term.FIRST_CONTACT.waits(seen(scheduled, kept))).isFalse();
    assertThat(Term.FIRST_CONTACT.waits(seen(scheduled, taken(Step.WAITLISTED, waiting))))
        .isFalse();
    assertThat(Term.FIRST_CONTACT.waits(seen(scheduled, taken(Step.RESUMED, waiting), kept)))
        .isTrue();
  }

  private static List<Standing> waited(Term term, List<History> all) {
    return all.stream().filter(term::waits).map(History::standing).toList();
  }

  private static History seen(Taken... steps) {
    return new History(Party.RECEIVER, List.of(steps));
  }

  private static Taken taken(Step step, Standing standing) {
    return new Taken(step, Party.RECEIVER, standing, null, null, null, null, NOON, true);
  }

  private Instant at(AgencyId receiver, boolean urgent, Rung rung) {
    return clocks.at(receiver, urgent, Term.ACKNOWLEDGE, rung, NOON);
  }
}
