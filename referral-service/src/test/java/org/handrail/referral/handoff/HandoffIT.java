package org.handrail.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class HandoffIT {
  private static final Map<String, Object> MISSED =
      Map.of("at", "2026-12-18T15:00:00Z", "mode", "phone", "place", "remote");

  private final Coalition coalition;
  private final MayasHandoffs maya;

  HandoffIT(Coalition coalition) {
    this.coalition = coalition;
    maya = new MayasHandoffs(coalition);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  private Map<String, Object> met() {
    return Map.of(
        "at", coalition.clock().instant().toString(),
        "mode", "face-to-face",
        "place", "new-place",
        "incoming", "intake",
        "clientPresent", true);
  }

  @Test
  @Proves({"R3", "R9"})
  void theOutgoingSpecialistStaysUntilBothTheNewPlaceAndTheClientSaidSo() {
    UUID referral = coalition.delivered();
    Answer opened = maya.open(referral, Map.of("from", "detox", "to", "residential")).isCreated();
    assertThat(opened.at("/outgoing")).isEqualTo(TokenIssuer.subject("maya").value());
    assertThat(opened.at("/move")).isEqualTo("onward");
    assertStays(opened, true);

    Answer met = maya.step(opened, "meetings", met()).isOk();
    assertThat(met.at("/state")).isEqualTo("met");
    assertThat(met.at("/meetings/0/incoming")).isEqualTo("intake");
    assertStays(met, true);

    Answer said = maya.step(met, "confirmation", Map.of("act", maya.act())).isOk();
    assertThat(said.at("/confirmation/words")).isEqualTo("They know my name there");
    assertStays(said, true);

    maya.came(referral);
    Answer confirmed = maya.seen(opened.id(), "confirmed");
    assertStays(confirmed, false);
    assertThat(confirmed.at("/arrivedAt")).isNotEmpty();
    assertThat(confirmed.json().at("/followUps").valueStream().map(f -> f.at("/day").asInt()))
        .containsExactly(7, 30);
    var events =
        KafkaFixture.read(
            "handrail.referral.v1",
            event -> event.key().equals(opened.id().toString()),
            2,
            Duration.ofSeconds(30));
    EventContracts.assertPromised(events.getFirst(), "org.handrail.handoff.opened.v1");
    EventContracts.assertPromised(events.getLast(), "org.handrail.handoff.confirmed.v1");
  }

  @Test
  void whatTheNewPlaceKeptBackConfirmsNothing() {
    Coalition.DOOR.closesTheWayBack("consent-discloser");
    UUID referral = coalition.delivered();
    Answer opened = maya.opened(referral);
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    coalition.answer(referral, Map.of("step", "attended")).isOk();
    Eventually.get(Coalition.DOOR::asked, asked -> asked.size() == 3);

    Answer said = maya.step(opened, "confirmation", Map.of("act", maya.act())).isOk();

    assertStays(said, true);
    assertThat(said.json().has("arrivedAt")).isFalse();
  }

  @Test
  void peopleMeetOnlyWhereThePlaceMayKnowOfThemAndOnlyWithThePersonThere() {
    Coalition.DOOR.denies("consent-missing");
    Answer held = maya.open(coalition.sent(), Map.of("to", "residential")).isCreated();
    assertThat(held.json().at("/delivered").asBoolean()).isFalse();
    maya.step(held, "meetings", met()).isProblem(409, "handoff-before-consent");
    maya.step(held, "confirmation", Map.of("act", maya.act()))
        .isProblem(409, "handoff-before-consent");
    Coalition.DOOR.reset();

    Answer opened = maya.opened(coalition.delivered());
    var alone = new HashMap<>(met());
    alone.put("clientPresent", false);
    maya.step(opened, "meetings", alone)
        .isProblem(422, "handoff-deficient")
        .hasFault("/clientPresent", "not-warm");
    var later = new HashMap<>(met());
    later.put("at", "2199-01-01T00:00:00Z");
    maya.step(opened, "meetings", later).isProblem(400, "invalid").hasFault("/at", "in-future");
    var before = new HashMap<>(met());
    before.put("at", coalition.clock().instant().minusSeconds(600).toString());
    maya.step(opened, "meetings", before)
        .isProblem(422, "handoff-deficient")
        .hasFault("/at", "before-delivery");
    maya.step(opened, "missed", Map.of("at", before.get("at"), "mode", "phone", "place", "remote"))
        .isProblem(422, "handoff-deficient")
        .hasFault("/at", "before-delivery");
    maya.step(
            opened, "confirmation", Map.of("act", Map.of("kind", "phone", "at", before.get("at"))))
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-delivery");
  }

  @Test
  void whatIsPlannedIsStillToCome() {
    UUID referral = coalition.delivered();

    maya.open(referral, Map.of("to", "residential", "plannedAt", "2020-01-01T00:00:00Z"))
        .isProblem(422, "handoff-deficient")
        .hasFault("/plannedAt", "in-past");
    maya.open(referral, Map.of("to", "residential", "plannedAt", "2199-01-01T00:00:00Z"))
        .isProblem(422, "handoff-deficient")
        .hasFault("/plannedAt", "too-far-ahead");
  }

  @Test
  @Proves({"R4", "R9"})
  void changingTheProviderIsANewReferralAndEndsTheOldHandoffKindly() {
    UUID client = coalition.client();
    UUID first = maya.referral(client);
    Answer old = maya.open(first, Map.of("to", "residential")).isCreated();
    maya.came(first);
    maya.step(maya.arrived(old.id()), "confirmation", Map.of("act", maya.act())).isOk();

    UUID second = maya.referral(client);
    Answer next =
        maya.open(
                second, Map.of("from", "residential", "to", "residential", "fromReferralId", first))
            .isCreated();
    assertThat(next.at("/move")).isEqualTo("alongside");
    assertThat(maya.show(old.id()).at("/state")).isEqualTo("confirmed");
    maya.step(next, "confirmation", Map.of("act", maya.act())).isOk();
    maya.came(second);
    maya.seen(next.id(), "confirmed");

    Answer closed = maya.show(old.id());
    assertThat(closed.at("/state")).isEqualTo("closed");
    assertThat(closed.at("/closed")).isEqualTo("moved-on");
    var events =
        KafkaFixture.read(
            "handrail.referral.v1",
            event -> event.key().equals(old.id().toString()),
            3,
            Duration.ofSeconds(30));
    EventContracts.assertPromised(events.getLast(), "org.handrail.handoff.closed.v1");
  }

  @Test
  @Proves("R4")
  void thereIsNoWordForBlame() {
    Answer opened = maya.open(coalition.delivered(), Map.of("to", "outpatient")).isCreated();

    maya.step(opened, "closing", Map.of("reason", "non-compliant"))
        .isProblem(400, "invalid")
        .hasFault("/reason", "wrong-format");
    Answer closed = maya.step(opened, "closing", Map.of("reason", "not-now")).isOk();
    assertThat(closed.at("/state")).isEqualTo("closed");
    assertStays(closed, true);
    maya.step(closed, "closing", Map.of("reason", "not-now"))
        .isProblem(409, "handoff-step-not-allowed");
    maya.step(closed, "meetings", met()).isProblem(409, "handoff-step-not-allowed");
  }

  @Test
  @Proves({"R9", "PRS-SCOPE-1"})
  void onlyTheProviderStatesALevelOfCare() {
    UUID referral = coalition.delivered();
    maya.open(referral, Map.of("to", "residential", "level", "3.5"))
        .isProblem(422, "out-of-scope")
        .hasFault("/level", "clinical");
    Map<String, Object> level = Map.of("referralId", referral, "level", "3.5", "edition", 4);
    coalition.maya().post("/api/handoffs/levels").body(level).send().isProblem(422, "out-of-scope");

    Answer stated = coalition.hana().post("/api/handoffs/levels").body(level).send().isCreated();

    assertThat(stated.at("/0/level")).isEqualTo("3.5");
    coalition
        .hana()
        .post("/api/handoffs/levels")
        .body(Map.of("referralId", referral, "level", "3.3", "edition", 4))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/level", "unknown");
    Api ivan = coalition.as("ivan", "riverbend", Role.INTAKE_COORDINATOR);
    ivan.get("/api/handoffs/levels?referralId={id}", referral).send().isNotFound();
    ivan.post("/api/handoffs/levels").body(level).send().isNotFound();
  }

  @Test
  void aReferralHasOneHandoffUnderWayAndItIsOnePersons() {
    UUID referral = coalition.delivered();
    Answer opened = maya.opened(referral);
    maya.open(referral, Map.of("to", "outpatient")).isProblem(409, "handoff-exists");
    maya.step(opened, "closing", Map.of("reason", "entered-in-error")).isOk();
    maya.open(referral, Map.of("to", "outpatient", "fromReferralId", referral))
        .isProblem(422, "handoff-deficient")
        .hasFault("/fromReferralId", "same-referral");
    maya.open(referral, Map.of("to", "outpatient", "fromReferralId", coalition.sent()))
        .isNotFound();
    maya.open(referral, Map.of("to", "outpatient")).isCreated();
  }

  @Test
  void toAPlaceThatThePersonCameFromTheyAreReferredAnew() {
    UUID client = coalition.client();
    UUID first = maya.referral(client);
    UUID second = maya.referral(client);
    UUID third = maya.referral(client);
    Answer there = opened(second, first);
    opened(third, second);
    for (UUID from : List.of(second, third)) {
      maya.open(first, Map.of("to", "residential", "fromReferralId", from))
          .isProblem(422, "handoff-deficient")
          .hasFault("/fromReferralId", "came-from-there");
    }

    opened(maya.referral(client), third);
    maya.step(there, "closing", Map.of("reason", "entered-in-error")).isOk();
    opened(first, third);
  }

  private Answer opened(UUID referral, UUID from) {
    return maya.open(referral, Map.of("to", "residential", "fromReferralId", from)).isCreated();
  }

  @Test
  void whoIsSaidAfterwardsNotToHaveComeIsNotThere() {
    UUID referral = coalition.delivered();
    Answer opened = maya.openedAndThere(referral);

    coalition.answer(referral, Map.of("step", "cancelled", "reason", "did-not-arrive")).isOk();

    Answer slip =
        Eventually.get(() -> maya.show(opened.id()), answer -> answer.at("/arrivedAt").isEmpty());
    assertThat(slip.at("/state")).isEqualTo("open");
    Answer seen = coalition.maya().get("/api/referrals/{id}", referral).send().isOk();
    assertThat(seen.json().at("/loopClosed").asBoolean(true)).isFalse();
    maya.step(slip, "confirmation", Map.of("act", maya.act())).isOk();
    assertThat(maya.show(opened.id()).at("/state")).isNotEqualTo("confirmed");
  }

  @Test
  void strangersAndTheOtherSideFindNothing() {
    UUID referral = coalition.delivered();
    Answer opened = maya.opened(referral);
    String client = opened.at("/clientId");
    Api paul = coalition.as("paul", "riverbend", Role.PEER_SPECIALIST);
    Api hugo = coalition.as("hugo", "harborlight", Role.PEER_SPECIALIST, Role.SUPERVISOR);

    for (Api stranger : List.of(paul, hugo)) {
      stranger.get("/api/handoffs/{id}", opened.id()).send().isNotFound();
      stranger.get("/api/handoffs?clientId={id}", client).send().isNotFound();
      stranger
          .post("/api/handoffs")
          .body(Map.of("referralId", referral, "to", "residential"))
          .send()
          .isNotFound();
      stranger
          .post("/api/handoffs/{id}/missed", opened.id())
          .ifMatch(0)
          .body(MISSED)
          .send()
          .isNotFound();
    }
    maya.step(opened, "closing", Map.of("reason", "not-now")).isOk();
    maya.step(opened, "closing", Map.of("reason", "not-now")).isProblem(412, "version-conflict");
  }

  @Test
  void clientReadsTheirHandoffsPageByPageAndConfirmsThem() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    Api ana = coalition.as("ana", "riverbend", Role.CLIENT);
    Answer one = maya.open(maya.referral(client), Map.of("to", "detox")).isCreated();
    Answer two =
        maya.open(maya.referral(client), Map.of("from", "detox", "to", "aftercare")).isCreated();

    Answer page = ana.get("/api/handoffs?clientId={id}&limit=1", client).send().isOk();
    assertThat(page.at("/items/0/id")).isEqualTo(two.id().toString());
    assertThat(page.at("/items/0/move")).isEqualTo("skipping");
    Answer rest =
        ana.get("/api/handoffs?clientId={id}&limit=1&after={after}", client, page.at("/next"))
            .send()
            .isOk();
    assertThat(rest.at("/items/0/id")).isEqualTo(one.id().toString());
    assertThat(rest.json().has("next")).isFalse();
    ana.get("/api/handoffs?clientId={id}&after=x", client).send().isProblem(400, "invalid");

    Answer said =
        ana.post("/api/handoffs/{id}/confirmation", one.id())
            .ifMatch(one)
            .body(Map.of("act", coalition.act("own-sign-in")))
            .send()
            .isOk();
    assertThat(said.at("/confirmation/kind")).isEqualTo("own-sign-in");
    assertStays(said, true);
  }

  private static void assertStays(Answer handoff, boolean stays) {
    assertThat(handoff.json().at("/outgoingStays").asBoolean()).isEqualTo(stays);
  }
}
