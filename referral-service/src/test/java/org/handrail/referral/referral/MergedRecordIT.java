package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.ToldMerges;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class MergedRecordIT {
  private static final String REFUSED = "client-merged";

  private final Coalition coalition;
  private final TimePassing time;
  private final ToldMerges merges;

  MergedRecordIT(
      Coalition coalition, TimePassing time, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    this.time = time;
    merges = new ToldMerges(transactions, jdbc, new AgencyId("riverbend"));
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void whatIsMergedWhileTheDoorIsAskedIsNotAskedAboutEither() {
    UUID client = coalition.client();
    UUID chosen = coalition.chosen(client);
    Coalition.DOOR.meanwhile(() -> merges.merge(client));

    open(coalition.maya(), chosen).isProblem(409, REFUSED);

    Coalition.DOOR.reset();
  }

  @Test
  void nothingNewBeginsOnAMergedRecordUntilTheMergeIsUndone() {
    UUID client = coalition.client();
    UUID presented = coalition.present(client).isCreated().id();
    UUID chosen = coalition.chosen(client);
    merges.merge(client);

    coalition.present(client).isProblem(409, REFUSED);
    choose(presented).isProblem(409, REFUSED);
    coalition
        .maya()
        .post("/api/option-sets/{id}/none-of-these", presented)
        .body(Map.of("act", coalition.act("phone")))
        .send()
        .isProblem(409, REFUSED);
    draft(coalition.maya(), chosen).isProblem(409, REFUSED);
    open(coalition.maya(), chosen).isProblem(409, REFUSED);
    task(coalition.maya(), client).isProblem(409, REFUSED);
    note(coalition.maya(), client).isProblem(409, REFUSED);
    coalition.maya().get("/api/option-sets/{id}", presented).send().isOk();
    Api paul = coalition.as("paul", "riverbend", Role.PEER_SPECIALIST);
    draft(paul, chosen).isNotFound();
    open(paul, chosen).isNotFound();
    task(paul, client).isNotFound();
    note(paul, client).isNotFound();

    merges.undo(client);
    coalition.present(client).isCreated();
    choose(presented).isCreated();
    task(coalition.maya(), client).isCreated();
    note(coalition.maya(), client).isCreated();
    open(coalition.maya(), chosen).isCreated();
  }

  @Test
  void aDraftOfAMergedRecordIsTakenBackAndNotSent() {
    UUID client = coalition.client();
    List<UUID> sets = coalition.choices(client, 2);
    Answer kept = coalition.drafted(sets.getFirst());
    Answer dropped = coalition.drafted(sets.getLast());
    merges.merge(client);

    coalition.send(kept).isProblem(409, REFUSED);
    coalition
        .as("paul", "riverbend", Role.PEER_SPECIALIST)
        .post("/api/referrals/{id}/sending", kept.id())
        .ifMatch(kept)
        .send()
        .isNotFound();
    coalition
        .maya()
        .post("/api/referrals/{id}/correction", dropped.id())
        .ifMatch(dropped)
        .send()
        .isOk();
    merges.undo(client);
    coalition.send(kept).isOk();
    coalition.requesterSees(kept.id(), "delivered");
  }

  @Test
  void whatWasSentOrAskedBeforeGoesOnToItsEnd() {
    UUID client = coalition.client();
    List<UUID> sets = coalition.choices(client, 2);
    UUID answered = coalition.delivered(sets.getFirst());
    UUID asked = coalition.client();
    UUID opening = open(coalition.maya(), coalition.chosen(asked)).isCreated().id();
    Coalition.DOOR.down();
    UUID waiting = coalition.sent(sets.getLast());
    merges.merge(client);
    merges.merge(asked);

    coalition.doorIsBack();
    coalition.requesterSees(waiting, "delivered");
    coalition.answer(answered, Map.of("step", "accepted")).isOk();
    Answer seen = coalition.requesterSees(answered, "acknowledged");
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", answered)
        .ifMatch(seen)
        .body(Map.of("reason", "client-declined"))
        .send()
        .isOk();
    coalition.maya().post("/api/referrals/openings/{id}/withdrawal", opening).send().isOk();
  }

  @Test
  void aClockGoesOnToTheNextPlaceThatThePersonChose() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.ranked(client));
    merges.merge(client);
    time.outOfTime();

    Answer over = coalition.requesterSees(referral, "rerouted");
    Answer went = coalition.requesterSees(UUID.fromString(over.at("/reroutedTo")), "delivered");
    assertThat(went.at("/receiver")).isEqualTo("hillcrest");
    assertThat(went.at("/clientId"))
        .as("on the record whose consents name that place")
        .isEqualTo(client.toString());
    time.backToNow();
  }

  @Test
  void aHandoffBeginsAtThePlaceOfAReferralOfTheSamePersonsOtherRecord() {
    UUID merged = coalition.client();
    UUID standing = coalition.client();
    UUID first = coalition.delivered(coalition.chosen(merged));
    UUID second = coalition.delivered(coalition.chosen(standing));
    coalition.assign("riverbend", standing, "paul", "backup");
    handoff(coalition.maya(), first, second).isNotFound();
    merges.merge(merged, standing);

    handoff(coalition.paul(), first, second).isNotFound();
    Answer opened = handoff(coalition.maya(), first, second).isCreated();
    assertThat(opened.at("/fromReferralId")).isEqualTo(first.toString());
  }

  private static Answer handoff(Api by, UUID from, UUID to) {
    return by.post("/api/handoffs")
        .body(Map.of("referralId", to, "fromReferralId", from, "to", "residential"))
        .send();
  }

  private Answer choose(UUID set) {
    return coalition.options().choose(set, coalition.residential().getFirst());
  }

  private static Answer draft(Api by, UUID set) {
    return by.post("/api/referrals").body(Coalition.draft(set)).send();
  }

  private static Answer open(Api by, UUID set) {
    var wanted = new HashMap<>(Coalition.draft(set));
    wanted.put("area", "amity-county");
    return by.post("/api/referrals/openings").body(wanted).send();
  }

  private static Answer task(Api by, UUID client) {
    return by.post("/api/handoffs/tasks")
        .body(Map.of("clientId", client, "code", "pack", "words", "Pack a bag"))
        .send();
  }

  private static Answer note(Api by, UUID client) {
    return by.post("/api/gaps/needs")
        .body(Map.of("clientId", client, "need", "residential-treatment"))
        .send();
  }
}
