package org.handrail.client.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.handrail.client.breach.Breach.Duty;
import org.handrail.client.breach.Breach.Whom;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.fixtures.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BreachTest {
  private static final Instant DISCOVERED = Instant.parse("2026-03-10T09:00:00Z");
  private static final Instant SIXTY_DAYS = DISCOVERED.plus(Duration.ofDays(60));
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final SubjectId PRIYA = new SubjectId("priya");

  private static Breach breach(@Nullable Integer affected, @Nullable Integer mostInOneState) {
    return breach(affected, mostInOneState, 0);
  }

  private static Breach breach(
      @Nullable Integer affected, @Nullable Integer mostInOneState, int named) {
    return breach(DISCOVERED, affected, mostInOneState, named);
  }

  private static Breach breach(
      Instant discovered, @Nullable Integer affected, @Nullable Integer mostInOneState, int named) {
    return new Breach(
        UUID.randomUUID(),
        discovered,
        NEW_YORK,
        discovered,
        PRIYA,
        "A laptop was stolen from a car",
        affected,
        mostInOneState,
        new Breach.Named(named, named),
        null,
        List.of(),
        1);
  }

  private static Breach assessed(Breach breach, boolean lowProbability) {
    var factors = new Breach.Factors("encrypted", "unknown", "no sign of it", "remotely wiped");
    return breach.assessed(
        new Breach.Assessment(factors, lowProbability, DISCOVERED, PRIYA),
        breach.affected(),
        breach.mostInOneState());
  }

  private static Duty due(Whom whom, Instant at) {
    return new Duty(whom, at, null, true);
  }

  private static Breach.Notice sent(Whom whom, Breach.Sent sent, @Nullable Instant inError) {
    return new Breach.Notice(UUID.randomUUID(), whom, sent, inError);
  }

  private static Breach told(Breach.Named named, Breach.Notice... notices) {
    return new Breach(
        UUID.randomUUID(),
        DISCOVERED,
        NEW_YORK,
        DISCOVERED,
        PRIYA,
        "A laptop was stolen from a car",
        3,
        3,
        named,
        null,
        List.of(notices),
        2);
  }

  @Test
  @Proves("P2-BRE-1")
  void whoIsNamedAfterTheMailingWaitsForTheirOwn() {
    var mail = new Breach.Sent(Breach.How.FIRST_CLASS_MAIL, DISCOVERED, PRIYA);
    var form = new Breach.Sent(Breach.How.WEB_FORM, DISCOVERED, PRIYA);
    var both = List.of(sent(Whom.INDIVIDUALS, mail, null), sent(Whom.HHS, form, null));
    var notices = both.toArray(Breach.Notice[]::new);
    assertThat(told(new Breach.Named(2, 0), notices).waitedFor()).isEmpty();
    var oneMore = told(new Breach.Named(3, 1), notices);
    assertThat(oneMore.waitedFor()).containsExactly(SIXTY_DAYS);
    assertThat(oneMore.duties().getFirst())
        .isEqualTo(new Duty(Whom.INDIVIDUALS, SIXTY_DAYS, mail, true));
  }

  @Test
  @Proves("P2-BRE-1")
  void aNoticeThatDidNotGoOutIsWaitedFor() {
    var mail = new Breach.Sent(Breach.How.FIRST_CLASS_MAIL, DISCOVERED, PRIYA);
    var mistaken = told(Breach.Named.NOBODY, sent(Whom.INDIVIDUALS, mail, DISCOVERED));
    assertThat(mistaken.duties()).contains(due(Whom.INDIVIDUALS, SIXTY_DAYS));
  }

  @Test
  @Proves("P2-BRE-1")
  void itIsABreachUntilAnAssessmentShowsOtherwise() {
    var presumed = breach(3, 3);
    assertThat(presumed.status()).isEqualTo(Breach.Status.PRESUMED);
    assertThat(presumed.duties()).isNotEmpty();
    assertThat(assessed(presumed, false).status()).isEqualTo(Breach.Status.CONFIRMED);
    var none = assessed(presumed, true);
    assertThat(none.status()).isEqualTo(Breach.Status.NO_BREACH);
    assertThat(none.duties()).isEmpty();
  }

  @Test
  @Proves("P2-BRE-1")
  void ofFewTheGovernmentHearsAfterTheYear() {
    assertThat(breach(499, 499).duties())
        .containsExactly(
            due(Whom.INDIVIDUALS, SIXTY_DAYS),
            due(Whom.HHS, Instant.parse("2027-03-02T05:00:00Z")));
  }

  @Test
  @Proves("P2-BRE-1")
  void theYearIsTheAgencysCalendarYear() {
    var newYearsEve = Instant.parse("2025-12-31T22:00:00-05:00");
    var newYear = Instant.parse("2026-01-01T00:00:00-05:00");
    assertThat(breach(newYearsEve, 3, 3, 0).duties())
        .contains(due(Whom.HHS, Instant.parse("2026-03-02T00:00:00-05:00")));
    assertThat(breach(newYear, 3, 3, 0).duties())
        .contains(due(Whom.HHS, Instant.parse("2027-03-02T00:00:00-05:00")));
  }

  @Test
  @Proves("P2-BRE-1")
  void ofFiveHundredAtOnceAndTheMediaOfMoreInOneState() {
    assertThat(breach(500, 500).duties())
        .containsExactly(due(Whom.INDIVIDUALS, SIXTY_DAYS), due(Whom.HHS, SIXTY_DAYS));
    assertThat(breach(900, 500).duties()).extracting(Duty::whom).doesNotContain(Whom.MEDIA);
    assertThat(breach(900, 501).duties()).contains(due(Whom.MEDIA, SIXTY_DAYS));
  }

  @Test
  @Proves("P2-BRE-1")
  void theClocksRunWhileNobodyKnowsHowManyAndFollowWhoIsNamed() {
    var ofMany = List.of(due(Whom.INDIVIDUALS, SIXTY_DAYS), due(Whom.HHS, SIXTY_DAYS));
    assertThat(breach(null, null).duties()).containsAll(ofMany);
    assertThat(breach(null, null, 2).duties()).containsAll(ofMany);
    assertThat(breach(2, null, 2).duties())
        .contains(due(Whom.HHS, Instant.parse("2027-03-02T05:00:00Z")));
    assertThat(breach(3, 3, 500).duties()).isEqualTo(ofMany);
  }

  @Test
  @Proves("P2-BRE-1")
  void whileNobodyKnowsWhereTheyLiveTheMediaAreToldAsOfManyInOneState() {
    var media = due(Whom.MEDIA, SIXTY_DAYS);
    for (var many :
        List.of(
            breach(null, null), breach(null, null, 2), breach(501, null), breach(3, null, 501))) {
      assertThat(many.duties()).contains(media);
    }
    for (var few : List.of(breach(500, null), breach(3, null, 500), breach(null, 500))) {
      assertThat(few.duties()).extracting(Duty::whom).doesNotContain(Whom.MEDIA);
    }
  }

  @Test
  @Proves("P2-BRE-1")
  void whatWentOutStaysInSightOfABreachThatWasNone() {
    var sent = new Breach.Sent(Breach.How.FIRST_CLASS_MAIL, DISCOVERED, PRIYA);
    var told = told(Breach.Named.NOBODY, sent(Whom.INDIVIDUALS, sent, null));
    assertThat(assessed(told, true).duties())
        .containsExactly(new Duty(Whom.INDIVIDUALS, null, sent, false));
    assertThat(assessed(told, true).waitedFor()).isEmpty();
  }
}
