package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A referral that the door held back, and a consent that comes later. */
@ReferralServiceIT
class HeldBackIT {
  private static final DoorServer DOOR = Coalition.DOOR;
  private static final AgencyId RIVERBEND = new AgencyId("riverbend");
  private static final String SIGNED = "org.handrail.consent.activated.v1";

  private final Coalition coalition;
  private final TellingOfConsent telling;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  HeldBackIT(
      Coalition coalition, TellingOfConsent telling, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    this.telling = telling;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void saysWhatIsMissingAndThatItCanBeSentAgain() {
    DOOR.denies("consent-recipient");
    Answer held = held(coalition.client());
    assertThat(held.at("/attention")).isEqualTo("consent-recipient");
    assertThat(held.at("/attentionDetail"))
        .isEqualTo("No consent names the receiver. Once one is signed that does, send it again.");

    DOOR.reset();
    Answer sent = coalition.send(held).isOk();
    assertThat(sent.json().has("attentionDetail")).isFalse();
    coalition.requesterSees(held.id(), "delivered");
  }

  @Test
  void whoSentItHearsOfEachConsentThatMayCoverIt() {
    for (var example : EventContracts.examples(SIGNED)) {
      DOOR.denies("consent-missing");
      UUID client = coalition.client();
      Answer held = held(client);
      var signed = example.about(UUID.randomUUID()).with("clientId", client.toString());
      signed.event().put("time", later().toString());
      KafkaFixture.send(signed.onTheWire());
      assertThat(Askings.about(held.id(), 1))
          .containsExactly(
              "riverbend referral-consent-signed " + TokenIssuer.subject("maya").value());
    }
  }

  @Test
  void aConsentForSomebodyElseOrFromBeforeTellsNobody() {
    DOOR.denies("consent-missing");
    UUID client = coalition.client();
    held(client);
    assertThat(tells(client, Set.of("hillcrest"), later())).isFalse();
    assertThat(tells(client, Set.of("harborlight"), coalition.clock().instant().minusSeconds(60)))
        .isFalse();
    assertThat(tells(coalition.client(), null, later())).isFalse();
    assertThat(tells(client, Set.of("hillcrest", "harborlight"), later())).isTrue();
    assertThat(tells(client, null, later())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"consent-restricted", "client-not-yours"})
  void whatNoConsentHealsAwaitsNone(String code) {
    DOOR.denies(code);
    UUID client = coalition.client();
    held(client);
    assertThat(tells(client, null, later())).isFalse();
  }

  @Test
  void whatWentOutAwaitsNoConsent() {
    UUID client = coalition.client();
    coalition.delivered(coalition.chosen(client));
    assertThat(tells(client, null, later())).isFalse();
  }

  private Answer held(UUID client) {
    UUID referral = coalition.sent(coalition.chosen(client));
    return Eventually.get(
        () -> coalition.maya().get("/api/referrals/{id}", referral).send().isOk(),
        a -> !a.at("/attention").isEmpty());
  }

  private Instant later() {
    return coalition.clock().instant().plus(Duration.ofMinutes(1));
  }

  /** Whether anything was written: there is nothing to write but that somebody is to be told. */
  private boolean tells(UUID client, @Nullable Set<String> named, Instant at) {
    return AgencyScope.as(RIVERBEND)
        .call(
            () ->
                transactions.inTransaction(
                    () -> {
                      telling.signed(
                          new SignedConsents.Signed(client, null, named, null, null), at);
                      return jdbc.sql("select pg_current_xact_id_if_assigned() is not null")
                          .query(Boolean.class)
                          .single();
                    }));
  }
}
