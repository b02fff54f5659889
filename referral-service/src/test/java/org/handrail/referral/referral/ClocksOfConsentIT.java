package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.fixtures.TakenBack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clocks of a referral whose client takes a consent back, or signs anew. */
@ReferralServiceIT
class ClocksOfConsentIT {
  private final Coalition coalition;
  private final TimePassing time;
  private final TellingOfConsent telling;
  private final Transactions transactions;

  ClocksOfConsentIT(
      Coalition coalition, TimePassing time, TellingOfConsent telling, Transactions transactions) {
    this.coalition = coalition;
    this.time = time;
    this.telling = telling;
    this.transactions = transactions;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void backToNow() {
    time.backToNow();
  }

  @Test
  @Proves("P2-REV-1")
  void nobodyIsUrgedToReachWhoTookTheConsentBack() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    TakenBack.tell(
        UUID.randomUUID(), client, "harborlight", coalition.clock().instant().plusSeconds(1));
    String asked = "riverbend referral-consent-revoked " + TokenIssuer.subject("maya").value();
    assertThat(Askings.about(referral, 1)).containsExactly(asked);

    time.later(Duration.ofMinutes(61));
    time.later(Duration.ofHours(1));
    time.later(Duration.ofDays(8));
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isEmpty();
    assertThat(time.askedByNow(referral)).noneMatch(it -> it.startsWith("harborlight"));
  }

  @Test
  @Proves("P2-REV-1")
  void whatIsTakenBackFromOneLeavesTheClocksOfAnotherAlone() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    UUID stopped = time.delivered(coalition.chosen(client));
    Instant soon = coalition.clock().instant().plusSeconds(1);
    TakenBack.tellWhole(client, "hillcrest", soon);
    UUID other = coalition.client();
    UUID last = time.delivered(coalition.chosen(other));
    TakenBack.tellWhole(other, "harborlight", soon.plusSeconds(1));
    assertThat(Askings.about(last, 1)).hasSize(1);

    outOfTime();

    coalition.requesterSees(referral, "expired");
    coalition.requesterSees(stopped, "expired");
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isNotEmpty();
    assertThat(TimePassing.clocks(coalition.hana(), last)).isEmpty();
  }

  @Test
  @Proves("P2-REV-1")
  void whoSignsAnewIsWaitedForAgainOnBothSides() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    Instant soon = coalition.clock().instant().plusSeconds(1);
    TakenBack.tellWhole(client, "harborlight", soon);
    assertThat(Askings.about(referral, 1)).hasSize(1);
    time.later(Duration.ofMinutes(61));
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isEmpty();

    signsAnew(client, "hillcrest");
    time.later(Duration.ofMinutes(61));
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isEmpty();

    signsAnew(client, "harborlight");
    time.later(Duration.ofMinutes(61));
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isNotEmpty();
    outOfTime();
    coalition.requesterSees(referral, "expired");
  }

  private void signsAnew(UUID client, String recipient) {
    as(() -> telling.signed(client, Set.of(recipient), coalition.clock().instant()));
  }

  private void as(Runnable work) {
    AgencyScope.as(new AgencyId("riverbend")).run(() -> transactions.run(work));
  }

  private void outOfTime() {
    time.later(Duration.ofMinutes(151));
    time.later(Duration.ofMinutes(91));
  }
}
