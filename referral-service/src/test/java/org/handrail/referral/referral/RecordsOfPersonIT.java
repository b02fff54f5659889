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
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.ToldMerges;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read of a client is read of the person, while records of theirs are merged. */
@ReferralServiceIT
class RecordsOfPersonIT {
  private final Coalition coalition;
  private final ToldMerges merges;
  private final Api paul;

  RecordsOfPersonIT(Coalition coalition, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    merges = new ToldMerges(transactions, jdbc, new AgencyId("riverbend"));
    paul = coalition.as("paul", "riverbend", Role.PEER_SPECIALIST);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("R3")
  void theCareTeamIsThePersonsOnTheConsentsOfEachRecord() {
    UUID stands = coalition.client();
    UUID merged = coalition.client();
    coalition.assign("riverbend", stands, "paul", "backup");
    UUID there = coalition.delivered(coalition.chosen(stands));
    UUID elsewhere = coalition.delivered(coalition.chosen(merged));
    assertThat(members(coalition.maya(), stands)).containsExactly(there.toString());

    merges.merge(merged, stands);

    for (UUID record : List.of(stands, merged)) {
      assertThat(members(coalition.maya(), record))
          .containsExactlyInAnyOrder(there.toString(), elsewhere.toString());
    }
    Answer team = team(coalition.maya(), stands);
    assertThat(team.json().at("/consentsKnown").asBoolean()).isTrue();
    assertThat(team.json().at("/members").valueStream())
        .as("consents stay with their record: each is asked for its own")
        .allMatch(member -> member.has("consent"));
    assertThat(members(paul, stands))
        .as("who is not at the other record's side")
        .containsExactly(there.toString());

    merges.undo(merged);
    assertThat(members(coalition.maya(), stands)).containsExactly(there.toString());
  }

  @Test
  void whatIsListedOfAClientIsThePersonsAndOnlyForWhoIsAtItsSide() {
    UUID stands = coalition.client();
    UUID merged = coalition.client();
    coalition.assign("riverbend", stands, "paul", "backup");
    UUID set = coalition.ranked(merged);
    UUID referral = coalition.delivered(set);
    UUID task = task(merged);
    UUID handoff =
        coalition
            .maya()
            .post("/api/handoffs")
            .body(Map.of("referralId", referral, "to", "residential"))
            .send()
            .isCreated()
            .id();
    Map<String, UUID> lists =
        Map.of(
            "/api/referrals?direction=out&clientId=", referral,
            "/api/option-sets?clientId=", set,
            "/api/handoffs/tasks?clientId=", task,
            "/api/handoffs?clientId=", handoff);
    lists.forEach(
        (list, id) ->
            assertThat(listed(coalition.maya(), list + stands))
                .as(list)
                .doesNotContain(id.toString()));
    merges.merge(merged, stands);
    var seen = new HashMap<String, String>();
    lists.forEach(
        (list, id) -> {
          String all = listed(coalition.maya(), list + stands);
          assertThat(all).as(list).contains(id.toString());
          assertThat(listed(coalition.maya(), list + merged)).isEqualTo(all);
          seen.put(list, listed(paul, list + stands));
        });
    assertThat(seen.values()).allMatch(items -> items.equals("[]"));
    assertThat(counted(stands)).isEqualTo(1);
    merges.undo(merged);
    assertThat(counted(stands)).isZero();
  }

  private UUID task(UUID client) {
    return coalition
        .maya()
        .post("/api/handoffs/tasks")
        .body(Map.of("clientId", client, "code", "pack", "words", "Pack a bag"))
        .send()
        .isCreated()
        .id();
  }

  private static Answer team(Api by, UUID client) {
    return by.get("/api/referrals/care-team?clientId={id}", client).send().isOk();
  }

  private static List<String> members(Api by, UUID client) {
    return team(by, client)
        .json()
        .at("/members")
        .valueStream()
        .map(member -> member.path("referralId").asString())
        .toList();
  }

  private static String listed(Api by, String list) {
    return by.get(list).send().isOk().json().at("/items").toString();
  }

  private int counted(UUID client) {
    return coalition
        .maya()
        .get("/api/referrals/outcomes?clientId={id}", client)
        .send()
        .isOk()
        .json()
        .at("/delivered")
        .asInt();
  }
}
