package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.fixtures.TakenBack;
import org.handrail.referral.fixtures.Together;
import org.handrail.referral.referral.door.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class RevocationIT {
  private static final DoorServer DOOR = Coalition.DOOR;
  private static final AgencyId RIVERBEND = new AgencyId("riverbend");

  private final Coalition coalition;
  private final Courier courier;
  private final Couriers couriers;
  private final Crossings crossings;
  private final StoppingReferrals stopping;
  private final Transactions transactions;

  RevocationIT(
      Coalition coalition,
      Courier courier,
      Couriers couriers,
      Crossings crossings,
      StoppingReferrals stopping,
      Transactions transactions) {
    this.coalition = coalition;
    this.courier = courier;
    this.couriers = couriers;
    this.crossings = crossings;
    this.stopping = stopping;
    this.transactions = transactions;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
    courier.start();
  }

  @AfterEach
  void goesOn() {
    courier.start();
  }

  @Test
  @Proves("P2-REV-1")
  void whatWaitsForTheDoorIsStoppedAndItsSenderAsked() {
    UUID client = coalition.client();
    List<UUID> sets = coalition.choices(client, 3);
    DOOR.down();
    List<UUID> sent = sets.stream().map(coalition::sent).toList();
    UUID others = coalition.sent();

    revoke(client, "harborlight");
    for (UUID referral : sent) {
      Answer stopped = Eventually.get(() -> see(referral), a -> !a.at("/attention").isEmpty());
      assertThat(stopped.at("/attention")).isEqualTo("consent-revoked");
      assertThat(stopped.at("/businessStatus")).isEqualTo("awaiting-disclosure");
    }
    coalition.doorIsBack();
    coalition.requesterSees(others, "delivered");

    assertThat(DOOR.asked())
        .extracting(DoorServer.Asked::referral)
        .doesNotContainAnyElementsOf(sent.stream().map(UUID::toString).toList());
    for (UUID referral : sent) {
      coalition.hana().get("/api/referrals/{id}", referral).send().isNotFound();
    }
    Answer again = see(sent.getFirst());
    coalition.send(again).isOk();
    coalition.requesterSees(sent.getFirst(), "delivered");
  }

  @Test
  @Proves("P2-REV-1")
  void whoWasSentItIsCutOffAndToldNothingByUs() {
    UUID client = coalition.client();
    UUID referral = coalition.delivered(coalition.chosen(client));
    Eventually.get(() -> transactions.reading(crossings::agencies), List::isEmpty);
    String before = coalition.hana().get("/api/referrals/{id}", referral).send().isOk().text();

    revoke(client, null, referral);
    assertThat(Askings.about(referral, 1))
        .containsExactly(
            "riverbend referral-consent-revoked " + TokenIssuer.subject("maya").value());
    DOOR.denies("consent-revoked");
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", referral)
        .ifMatch(see(referral))
        .body(Map.of("reason", "client-declined"))
        .send()
        .isOk();
    Eventually.get(
        () ->
            DOOR.asked().stream().filter(it -> it.referral().equals(referral.toString())).toList(),
        asked -> asked.size() == 2);
    Eventually.get(() -> transactions.reading(crossings::agencies), List::isEmpty);

    assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().text())
        .isEqualTo(before);
    Answer history = coalition.maya().get("/api/referrals/{id}/history", referral).send().isOk();
    assertThat(
            history.json().at("/items").valueStream().toList().getLast().path("passage").asString())
        .isEqualTo("withheld");
  }

  @Test
  void updateThatWaitsWhenTheConsentEndsIsNotBroughtToTheDoor() {
    UUID client = coalition.client();
    UUID referral = coalition.delivered(coalition.chosen(client));
    DOOR.down();
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", referral)
        .ifMatch(see(referral))
        .body(Map.of("reason", "client-declined"))
        .send()
        .isOk();
    revoke(client, "harborlight", referral);
    Eventually.get(() -> passages(referral), passages -> passages.contains("stopped"));
    coalition.doorIsBack();
    coalition.delivered();

    assertThat(DOOR.asked())
        .filteredOn(asked -> asked.referral().equals(referral.toString()))
        .extracting(DoorServer.Asked::step)
        .containsExactly("sending-1");
    assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().at("/status"))
        .isEqualTo("requested");
  }

  @Test
  void whatGoesElsewhereGoesOn() {
    UUID client = coalition.client();
    UUID other = coalition.client();
    DOOR.down();
    UUID referral = coalition.sent(coalition.chosen(client));
    UUID stopped = coalition.sent(coalition.chosen(other));
    // One key: what came first was taken in when the second has taken effect.
    UUID key = UUID.randomUUID();
    revoke(key, client, "hillcrest");
    revoke(key, other, "harborlight");
    Eventually.get(() -> see(stopped), a -> !a.at("/attention").isEmpty());

    assertThat(see(referral).at("/attention")).isEmpty();
    coalition.doorIsBack();
    coalition.requesterSees(referral, "delivered");
  }

  @Test
  void whatWasSentAfterTheRevocationIsTheDoorsToJudge() {
    UUID client = coalition.client();
    DOOR.down();
    UUID referral = coalition.sent(coalition.chosen(client));
    as(() -> stopping.stop(everything(client, Set.of()), Instant.parse("2026-01-01T00:00:00Z")));

    assertThat(see(referral).at("/attention")).isEmpty();
  }

  @Test
  @Proves("P2-REV-1")
  void inARaceItIsEitherDeliveredOrStoppedAndNeverBoth() throws Exception {
    courier.stop();
    var ends = new ArrayList<String>();
    for (int round = 0; round < 40; round++) {
      UUID client = coalition.client();
      UUID referral = coalition.sent(coalition.chosen(client));
      Crossings.Waiting waiting = couriers.next();
      assertThat(waiting.referralId()).isEqualTo(referral);
      var verdict = new Verdict.Released(UUID.randomUUID(), List.of("contact"), List.of());
      Instant now = coalition.clock().instant().plusSeconds(1);
      Together.of(
          Executors.callable(() -> couriers.released(waiting, verdict)),
          Executors.callable(
              () -> as(() -> stopping.stop(everything(client, Set.of(referral)), now))));

      Answer seen = see(referral);
      boolean delivered = seen.at("/businessStatus").equals("delivered");
      ends.add(seen.at("/businessStatus"));
      assertThat(seen.at("/attention")).isEqualTo(delivered ? "" : "consent-revoked");
      assertThat(seen.text().contains("\"delivered\"")).isEqualTo(delivered);
      assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().status())
          .isEqualTo(delivered ? 200 : 404);
    }
    assertThat(ends).hasSize(40);
  }

  private List<String> passages(UUID referral) {
    return coalition
        .maya()
        .get("/api/referrals/{id}/history", referral)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(line -> line.path("passage").asString(""))
        .toList();
  }

  private static ConsentRevoked everything(UUID client, Set<UUID> closed) {
    return new ConsentRevoked(client, null, null, null, closed);
  }

  private void as(Runnable work) {
    AgencyScope.as(RIVERBEND).run(() -> transactions.run(work));
  }

  private void revoke(UUID client, @Nullable String recipient, UUID... delivered) {
    revoke(UUID.randomUUID(), client, recipient, delivered);
  }

  private void revoke(UUID key, UUID client, @Nullable String recipient, UUID... delivered) {
    TakenBack.from(key, client, recipient)
        .closing(delivered)
        .tell(coalition.clock().instant().plusSeconds(1));
  }

  private Answer see(UUID referral) {
    return coalition.maya().get("/api/referrals/{id}", referral).send().isOk();
  }
}
