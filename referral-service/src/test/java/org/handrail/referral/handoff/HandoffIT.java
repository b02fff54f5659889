package org.handrail.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.AskedReferral;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class HandoffIT {
  private static final Map<String, String> ACT =
      Map.of("kind", "phone", "at", "2026-02-13T12:00:00Z", "words", "They know my name there");
  private static final Map<String, Object> MET =
      Map.of(
          "at", "2026-02-14T15:00:00Z",
          "mode", "face-to-face",
          "place", "new-place",
          "incoming", "intake",
          "clientPresent", true);
  private static final Map<String, Object> MISSED =
      Map.of("at", "2026-12-18T15:00:00Z", "mode", "phone", "place", "remote");

  private final Coalition coalition;
  private final Sweeping sweeping;

  HandoffIT(Coalition coalition, Sweeping sweeping) {
    this.coalition = coalition;
    this.sweeping = sweeping;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves({"R3", "R9"})
  void theOutgoingSpecialistStaysUntilBothTheNewPlaceAndTheClientSaidSo() {
    UUID referral = coalition.delivered();
    Answer opened = open(referral, Map.of("from", "detox", "to", "residential")).isCreated();
    assertThat(opened.at("/outgoing")).isEqualTo(TokenIssuer.subject("maya").value());
    assertThat(opened.at("/move")).isEqualTo("onward");
    assertStays(opened, true);

    Answer met = step(opened, "meetings", MET).isOk();
    assertThat(met.at("/state")).isEqualTo("met");
    assertThat(met.at("/meetings/0/incoming")).isEqualTo("intake");
    assertStays(met, true);

    Answer said = step(met, "confirmation", Map.of("act", ACT)).isOk();
    assertThat(said.at("/confirmation/words")).isEqualTo("They know my name there");
    assertStays(said, true);

    came(referral);
    Answer confirmed = seen(opened.id(), "confirmed");
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
    Answer opened = open(referral, Map.of("to", "residential")).isCreated();
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    coalition.answer(referral, Map.of("step", "attended")).isOk();
    Eventually.get(Coalition.DOOR::asked, asked -> asked.size() == 3);

    Answer said = step(opened, "confirmation", Map.of("act", ACT)).isOk();

    assertStays(said, true);
    assertThat(said.json().has("arrivedAt")).isFalse();
  }

  @Test
  void peopleMeetOnlyWhereThePlaceMayKnowOfThemAndOnlyWithThePersonThere() {
    Coalition.DOOR.denies("consent-missing");
    Answer held = open(coalition.sent(), Map.of("to", "residential")).isCreated();
    assertThat(held.json().at("/delivered").asBoolean()).isFalse();
    step(held, "meetings", MET).isProblem(409, "handoff-before-consent");
    Coalition.DOOR.reset();

    Answer opened = open(coalition.delivered(), Map.of("to", "residential")).isCreated();
    var alone = new HashMap<>(MET);
    alone.put("clientPresent", false);
    step(opened, "meetings", alone)
        .isProblem(422, "handoff-deficient")
        .hasFault("/clientPresent", "not-warm");
    var later = new HashMap<>(MET);
    later.put("at", "2199-01-01T00:00:00Z");
    step(opened, "meetings", later).isProblem(400, "invalid").hasFault("/at", "in-future");
  }

  @Test
  void aMissedMeetingIsOfferedAgainWithinTwoWorkingDays() {
    // Friday morning where the agency is.
    coalition.clock().set(Instant.parse("2026-12-18T15:01:00Z"));
    Answer opened = open(coalition.sent(), Map.of("to", "residential")).isCreated();
    Answer missed = step(opened, "missed", MISSED).isOk();
    assertThat(missed.at("/state")).isEqualTo("missed");
    assertThat(missed.at("/reofferBy")).isEqualTo("2026-12-23T05:00:00Z");

    coalition.clock().set(Instant.parse("2026-12-22T13:00:00Z"));
    sweeping.sweep();
    assertThat(AskedReferral.of("handoff-reoffer-due", opened.id()).path("subject").asString())
        .isEqualTo(TokenIssuer.subject("maya").value());
    coalition.clock().set(Instant.parse("2026-12-23T05:00:00Z"));
    sweeping.sweep();
    assertThat(AskedReferral.of("handoff-reoffer-late", opened.id()).path("role").asString())
        .isEqualTo("supervisor");

    step(missed, "offers", Map.of("plannedAt", "2026-12-20T15:00:00Z"))
        .isProblem(422, "handoff-deficient")
        .hasFault("/plannedAt", "in-past");
    Answer again = step(missed, "offers", Map.of("plannedAt", "2026-12-24T15:00:00Z")).isOk();
    assertThat(again.at("/state")).isEqualTo("open");
    assertThat(again.json().has("reofferBy")).isFalse();
    assertStays(again, true);
  }

  @Test
  @Proves("R11")
  void asksHowItGoesSevenAndThirtyDaysAfterThePersonCame() {
    UUID referral = coalition.delivered();
    Answer opened = open(referral, Map.of("to", "residential")).isCreated();
    came(referral);
    Answer arrived = Eventually.get(() -> show(opened.id()), a -> !a.at("/arrivedAt").isEmpty());

    coalition.clock().advance(Duration.ofDays(8));
    sweeping.sweep();
    AskedReferral.of("handoff-follow-up", opened.id());
    followUp(arrived, 7, Map.of("outcome", "not-reached", "said", ACT))
        .isProblem(422, "handoff-deficient")
        .hasFault("/said", "nobody-spoke");
    followUp(arrived, 7, Map.of("outcome", "not-reached")).isOk();
    followUp(arrived, 7, Map.of("outcome", "left")).isProblem(409, "handoff-step-not-allowed");
    Answer done = followUp(arrived, 30, Map.of("outcome", "engaged", "said", ACT)).isOk();

    assertThat(done.at("/followUps/0/outcome")).isEqualTo("not-reached");
    assertThat(done.json().at("/followUps/0").has("said")).isFalse();
    assertThat(done.at("/followUps/1/said/words")).isEqualTo("They know my name there");
    followUp(arrived, 14, Map.of("outcome", "engaged")).isNotFound();
  }

  @Test
  @Proves({"R4", "R9"})
  void changingTheProviderIsANewReferralAndEndsTheOldHandoffKindly() {
    UUID client = coalition.client();
    UUID first = referral(client);
    Answer old = open(first, Map.of("to", "residential")).isCreated();
    came(first);
    step(
            Eventually.get(() -> show(old.id()), a -> !a.at("/arrivedAt").isEmpty()),
            "confirmation",
            Map.of("act", ACT))
        .isOk();

    UUID second = referral(client);
    Answer next =
        open(second, Map.of("from", "residential", "to", "residential", "fromReferralId", first))
            .isCreated();
    assertThat(next.at("/move")).isEqualTo("alongside");
    assertThat(show(old.id()).at("/state")).isEqualTo("confirmed");
    step(next, "confirmation", Map.of("act", ACT)).isOk();
    came(second);
    seen(next.id(), "confirmed");

    Answer closed = show(old.id());
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
    Answer opened = open(coalition.delivered(), Map.of("to", "outpatient")).isCreated();

    step(opened, "closing", Map.of("reason", "non-compliant"))
        .isProblem(400, "invalid")
        .hasFault("/reason", "wrong-value");
    Answer closed = step(opened, "closing", Map.of("reason", "not-now")).isOk();
    assertThat(closed.at("/state")).isEqualTo("closed");
    assertStays(closed, true);
    step(closed, "closing", Map.of("reason", "not-now")).isProblem(409, "handoff-step-not-allowed");
    step(closed, "meetings", MET).isProblem(409, "handoff-step-not-allowed");
  }

  @Test
  @Proves({"R9", "PRS-SCOPE-1"})
  void onlyTheProviderStatesALevelOfCare() {
    UUID referral = coalition.delivered();
    open(referral, Map.of("to", "residential", "level", "3.5"))
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
    Answer opened = open(referral, Map.of("to", "residential")).isCreated();
    open(referral, Map.of("to", "outpatient")).isProblem(409, "handoff-exists");
    step(opened, "closing", Map.of("reason", "entered-in-error")).isOk();
    open(referral, Map.of("to", "outpatient", "fromReferralId", referral))
        .isProblem(422, "handoff-deficient")
        .hasFault("/fromReferralId", "same-referral");
    open(referral, Map.of("to", "outpatient", "fromReferralId", coalition.sent())).isNotFound();
    open(referral, Map.of("to", "outpatient")).isCreated();
  }

  @Test
  void strangersAndTheOtherSideFindNothing() {
    UUID referral = coalition.delivered();
    Answer opened = open(referral, Map.of("to", "residential")).isCreated();
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
    step(opened, "closing", Map.of("reason", "not-now")).isOk();
    step(opened, "closing", Map.of("reason", "not-now")).isProblem(412, "version-conflict");
  }

  @Test
  void clientReadsTheirHandoffsPageByPageAndConfirmsThem() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    Api ana = coalition.as("ana", "riverbend", Role.CLIENT);
    Answer one = open(referral(client), Map.of("to", "detox")).isCreated();
    Answer two = open(referral(client), Map.of("from", "detox", "to", "aftercare")).isCreated();

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
            .body(Map.of("act", Map.of("kind", "own-sign-in", "at", "2026-02-13T12:00:00Z")))
            .send()
            .isOk();
    assertThat(said.at("/confirmation/kind")).isEqualTo("own-sign-in");
    assertStays(said, true);
  }

  private UUID referral(UUID client) {
    Answer draft = coalition.drafted(coalition.chosen(client));
    coalition.send(draft).isOk();
    coalition.requesterSees(draft.id(), "delivered");
    return draft.id();
  }

  private void came(UUID referral) {
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    coalition.answer(referral, Map.of("step", "attended")).isOk();
    coalition.requesterSees(referral, "attended");
  }

  private Answer open(UUID referral, Map<String, Object> how) {
    var body = new HashMap<String, Object>(how);
    body.put("referralId", referral);
    return coalition.maya().post("/api/handoffs").body(body).send();
  }

  private Answer step(Answer seen, String step, Map<String, ?> body) {
    return coalition
        .maya()
        .post("/api/handoffs/{id}/{step}", seen.id(), step)
        .ifMatch(seen)
        .body(body)
        .send();
  }

  private Answer followUp(Answer handoff, int day, Map<String, ?> body) {
    return coalition
        .maya()
        .post("/api/handoffs/{id}/follow-ups/{day}", handoff.id(), day)
        .body(body)
        .send();
  }

  private Answer show(UUID id) {
    return coalition.maya().get("/api/handoffs/{id}", id).send().isOk();
  }

  private Answer seen(UUID id, String state) {
    return Eventually.get(() -> show(id), answer -> answer.at("/state").equals(state));
  }

  private static void assertStays(Answer handoff, boolean stays) {
    assertThat(handoff.json().at("/outgoingStays").asBoolean()).isEqualTo(stays);
  }
}
