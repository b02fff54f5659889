package org.handrail.client.caseload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.specialist.Roster.asked;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
import org.handrail.client.ClientService;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is there stands at each client's side, and nobody else. */
@HandrailIT
class NobodyAloneIT {
  private final Roster here;

  NobodyAloneIT(Api api, TokenIssuer tokens) {
    here = new Roster(api, tokens, "millbrook");
  }

  @Test
  @Proves("R22")
  void nobodyGoesAwayBeforeEachClientHasSomebodyElse() {
    var nat = here.joins("nat");
    var nats = here.peer("nat");
    var client = here.registers(nats, "Wyn");
    var path = "/api/specialists/" + nat;
    nats.post(path + "/leave")
        .body(Map.of("reason", "tired"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/reason", "unknown-field");
    var refused =
        nats.post(path + "/leave").body(Map.of()).send().isProblem(409, "clients-without-backup");
    assertThat(refused.at("/clientIds/0")).isEqualTo(client.toString());
    here.supervisor().post(path + "/departure").send().isProblem(409, "places-held");
    here.assigns(nats, client, "oda").isCreated();
    var away = nats.post(path + "/leave").body(Map.of()).send().isCreated();
    assertThat(away.json().at("/away").asBoolean()).isTrue();
    assertThat(asked("stands-in-for-colleague", client, 1)).containsExactly(here.subject("oda"));
    nats.post(path + "/leave").body(Map.of()).send().isProblem(409, "away-already");

    here.registered(nats, "Xan").isProblem(409, "specialist-unavailable");
    here.supervisor()
        .delete("/api/clients/" + client + "/assignments/" + here.subject("oda"))
        .send()
        .isProblem(409, "backup-stays");
    nats.post(path + "/return").send().isOk();
    nats.post(path + "/return").send().isProblem(409, "not-away");
    here.supervisor()
        .delete("/api/clients/" + client + "/assignments/" + here.subject("oda"))
        .send()
        .hasStatus(204);
    here.peer("oda").post(path + "/leave").body(Map.of()).send().isNotFound();
  }

  @Test
  @Proves("R22")
  void whoHoldsAGroupIsAskedForBeforeWhoeverHeldItIsGone() {
    var ivy = here.joins("ivy");
    var ivys = here.peer("ivy");
    var group = holds(ivys);
    var ended = holds(ivys);
    ivys.post("/api/groups/{id}/end", ended).send().isOk();
    ivys.post("/api/specialists/{id}/leave", ivy).body(Map.of()).send().isCreated();
    assertThat(asked("group-needs-facilitator", group, 1)).containsExactly("supervisor");
    ivys.post("/api/specialists/{id}/return", ivy).send().isOk();
    here.supervisor().post("/api/specialists/{id}/departure", ivy).send().hasStatus(204);
    assertThat(asked("group-needs-facilitator", group, 2))
        .containsExactly("supervisor", "supervisor");
  }

  private static UUID holds(Api peer) {
    return peer.post("/api/groups")
        .body(Map.of("name", "Fridays", "agenda", "How it goes", "capacity", 8))
        .send()
        .isCreated()
        .id();
  }

  @Test
  void otherServicesAreToldWhoIsAwayUntilWhenAndWhoIsBack() {
    var lea = here.joins("lea");
    var leas = here.peer("lea");
    var path = "/api/specialists/" + lea;
    var last = LocalDate.now(ZoneId.of("America/New_York")).plusDays(9);
    leas.post(path + "/leave").body(Map.of("until", last.toString())).send().isCreated();
    leas.post(path + "/return").send().isOk();

    var told =
        KafkaFixture.read(
            "handrail.client.v1",
            event -> new String(event.value(), UTF_8).contains(here.subject("lea")),
            2,
            Duration.ofSeconds(30));

    EventContracts.assertPromised(told.getFirst(), "org.handrail.specialist.away.v1");
    EventContracts.assertPromised(told.getLast(), "org.handrail.specialist.back.v1");
    assertThat(told.getFirst().key()).isEqualTo(told.getLast().key());
    assertThat(JsonMapper.shared().readTree(told.getFirst().value()).at("/backAt").asString())
        .isEqualTo(
            last.plusDays(1).atStartOfDay(ZoneId.of("America/New_York")).toInstant().toString());
  }

  @Test
  @Proves("R22")
  void aRecordThatWasMergedStandsForNobodyByItself() {
    var ned = here.joins("ned");
    var neds = here.peer("ned");
    var surviving = here.registers(neds, "Zoe");
    var merged = here.registers(neds, "Zoe");
    here.assigns(neds, surviving, "oda").isCreated();
    var away = "/api/specialists/" + ned + "/leave";
    neds.post(away).body(Map.of()).send().isProblem(409, "clients-without-backup");
    var merge = "/api/clients/" + merged + "/merge";
    here.supervisor().post(merge).body(Map.of("into", surviving)).send().isCreated();
    var carried = neds.get("/api/specialists/" + ned + "/caseload").send().isOk();
    assertThat(carried.json().at("/clients").valueStream().map(it -> it.at("/clientId").asString()))
        .containsExactly(surviving.toString());
    neds.post(away).body(Map.of()).send().isCreated();
    neds.post("/api/specialists/" + ned + "/return").send().isOk();
    here.supervisor().delete(merge).send().hasStatus(204);
    neds.post(away).body(Map.of()).send().isProblem(409, "clients-without-backup");
  }

  @Test
  @Proves("R22")
  void whoLeavesForGoodIsAtNoRecordsSideAnyMoreAlsoNotAtOneThatWasMerged() {
    var max = here.joins("max");
    var merged = here.registers(here.peer("max"), "Sky");
    var surviving = here.registers(here.peer("oda"), "Sky");
    here.supervisor()
        .post("/api/clients/{id}/merge", merged)
        .body(Map.of("into", surviving))
        .send()
        .isCreated();
    var leaving = "/api/specialists/" + max + "/departure";
    var refused = here.supervisor().post(leaving).send().isProblem(409, "places-held");
    assertThat(refused.json().at("/clientIds").valueStream().map(JsonNode::asString))
        .containsExactly(merged.toString());
    here.assigns(here.peer("max"), merged, "pam").isProblem(409, "client-merged");
    here.assigns(here.supervisor(), merged, "pam").isCreated();

    here.supervisor().post(leaving).send().hasStatus(204);

    here.peer("max").get("/api/clients/{id}", merged).send().isNotFound();
    assertThat(here.peer("pam").get("/api/clients/{id}", merged).send().isOk().at("/relation"))
        .isEqualTo("primary");
    assertThat(asked("stands-in-for-colleague", merged, 1)).containsExactly(here.subject("pam"));
    assertThat(told(merged, 6).subList(4, 6))
        .containsExactly("unassigned " + here.subject("max"), "assigned " + here.subject("pam"));
  }

  @Test
  @Proves("R22")
  void whoLeavesForGoodIsFollowedByWhoStandsInOrWhomASupervisorNames() {
    var lou = here.joins("lou");
    var backed = here.registers(here.peer("lou"), "Cy");
    here.assigns(here.peer("lou"), backed, "pam").isCreated();
    var alone = here.registers(here.peer("lou"), "Di");
    var gone = here.registers(here.peer("lou"), "Ed");
    here.endsEpisode(here.peer("lou"), gone);
    var leaving = "/api/specialists/" + lou + "/departure";
    var refused = here.supervisor().post(leaving).send().isProblem(409, "places-held");
    assertThat(refused.json().at("/clientIds").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder(alone.toString(), gone.toString());

    handsOver(here.peer("lou"), alone, "wes").isProblem(409, "supervisor-hands-over");
    for (var client : List.of(alone, gone)) {
      handsOver(here.supervisor(), client, "wes").isCreated();
      assertThat(asked("handover-begins", client, 2))
          .containsExactlyInAnyOrder(here.subject("wes"), here.subject("lou"));
      assertThat(wishes(client)).as("nobody wished it").isEmpty();
    }
    assertThat(here.peer("lou").get("/api/clients/{id}", alone).send().isOk().at("/relation"))
        .isEqualTo("backup");
    here.supervisor().post(leaving).send().hasStatus(204);

    here.peer("lou").get("/api/clients/{id}", alone).send().isNotFound();
    for (var next : Map.of(backed, "pam", alone, "wes", gone, "wes").entrySet()) {
      var seen = here.peer(next.getValue()).get("/api/clients/{id}", next.getKey()).send().isOk();
      assertThat(seen.at("/relation")).isEqualTo("primary");
    }
  }

  private Answer handsOver(Api by, UUID client, String to) {
    here.peer(to).get("/api/clients").send().isOk();
    return by.post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", here.subject(to), "relation", "primary"))
        .send();
  }

  private JsonNode wishes(UUID client) {
    return here.supervisor()
        .get("/api/clients/{id}/specialist-changes", client)
        .send()
        .isOk()
        .json()
        .at("/items");
  }

  @Test
  @Proves("R22")
  void whoHasLeftNeedsNobodyWhoStandsIn() {
    var eli = here.joins("eli");
    var client = here.registers(here.peer("eli"), "Flo");
    var away = "/api/specialists/" + eli + "/leave";
    here.peer("eli").post(away).body(Map.of()).send().isProblem(409, "clients-without-backup");
    here.endsEpisode(here.peer("eli"), client);
    here.peer("eli").post(away).body(Map.of()).send().isCreated();
    here.opensEpisode(here.peer("eli"), client).isProblem(409, "specialist-unavailable");
    here.peer("eli").post("/api/specialists/" + eli + "/return").send().isOk();
    here.opensEpisode(here.peer("eli"), client).isCreated();
  }

  @Test
  @Proves("R22")
  void whoeverWasABackupOfARecordThatWasMergedLeavesTheOthersAsTheyAre() {
    var may = here.joins("may");
    var merged = here.registers(here.peer("wes"), "Jun");
    here.assigns(here.peer("wes"), merged, "may").isCreated();
    var surviving = here.registers(here.peer("oda"), "Jun");
    here.supervisor()
        .post("/api/clients/{id}/merge", merged)
        .body(Map.of("into", surviving))
        .send()
        .isCreated();
    here.supervisor().post("/api/specialists/{id}/departure", may).send().hasStatus(204);
    here.peer("may").get("/api/clients/{id}", merged).send().isNotFound();
    assertThat(here.peer("wes").get("/api/clients/{id}", merged).send().isOk().at("/relation"))
        .isEqualTo("primary");
    assertThat(told(merged, 5).getLast()).isEqualTo("unassigned " + here.subject("may"));
  }

  /** What the first so many events of a record tell of who is at its side. */
  private static List<String> told(UUID client, int events) {
    return KafkaFixture.read(
            "handrail.client.v1",
            event -> event.key().equals(client.toString()),
            events,
            Duration.ofSeconds(30))
        .stream()
        .map(
            event -> {
              var type = new String(event.headers().lastHeader("ce_type").value(), UTF_8);
              var subject = new JsonMapper().readTree(event.value()).path("subject").asString("");
              return type.replace("org.handrail.client.", "").replace(".v1", "") + " " + subject;
            })
        .toList();
  }

  @Test
  @Proves("R22")
  void ofTwoWhoStandInForEachOtherOneGoes() throws Exception {
    var uma = here.joins("uma");
    var vic = here.joins("vic");
    here.assigns(here.peer("uma"), here.registers(here.peer("uma"), "Abe"), "vic").isCreated();
    here.assigns(here.peer("vic"), here.registers(here.peer("vic"), "Bea"), "uma").isCreated();
    assertThat(
            AtOnce.meetBefore(
                "specialist_leave",
                () -> goes("uma", uma).status(),
                () -> goes("vic", vic).status()))
        .containsExactlyInAnyOrder(201, 409);
  }

  @Test
  @Proves("R22")
  void nobodyLeavesForGoodWhileWhoStandsInForThemGoesAway() throws Exception {
    var ren = here.joins("ren");
    var sol = here.joins("sol");
    here.assigns(here.peer("ren"), here.registers(here.peer("ren"), "Abe"), "sol").isCreated();
    assertThat(
            AtOnce.inThisOrder(
                "specialist_leave",
                () -> goes("sol", sol).status(),
                () ->
                    here.supervisor().post("/api/specialists/{id}/departure", ren).send().status()))
        .containsExactly(201, 409);
  }

  @Test
  @Proves("R4")
  void nobodyIsLeftWithSomebodyWhomNobodyKnows() {
    var client = here.registers(here.peer("wes"), "Cal");
    here.peer("wes")
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", "no-such-person", "relation", "backup"))
        .send()
        .isProblem(409, "colleague-unknown");
    // A client's sign-in is no colleague's.
    var dee = here.signsIn(here.peer("wes"), client, "dee");
    dee.get("/api/clients/{id}", client).send().isOk();
    var other = here.registers(here.peer("wes"), "Eli");
    here.peer("wes")
        .post("/api/clients/{id}/assignments", other)
        .body(Map.of("subject", here.subject("dee"), "relation", "backup"))
        .send()
        .isProblem(409, "colleague-unknown");
  }

  @Test
  @Proves("P2-QSO-2")
  void aClientsRoleOpensNobodyElsesRecordWhateverWasWrittenDown() {
    here.joins("fox");
    var client = here.registers(here.peer("wes"), "Gus");
    here.peer("wes")
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", here.subject("fox"), "relation", "backup"))
        .send()
        .isCreated();
    here.as("fox", Role.CLIENT).get("/api/clients/{id}", client).send().isNotFound();
    here.as("fox", Role.CLIENT).get("/api/encounters?clientId=" + client).send().isNotFound();
    here.peer("fox").get("/api/clients/{id}", client).send().isOk();
  }

  @Test
  @Proves("V9")
  void onlyTheClientEndsTheirOwnSignIn() {
    var client = here.registers(here.peer("wes"), "Ira");
    var ira = here.signsIn(here.peer("wes"), client, "ira");
    here.peer("wes")
        .delete("/api/clients/" + client + "/assignments/" + here.subject("ira"))
        .send()
        .isProblem(409, "own-sign-in");
    var end = "/api/clients/" + client + "/own-sign-in/end";
    here.peer("wes")
        .post(end)
        .body(Map.of())
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    ira.get("/api/clients/{id}", client).send().isOk();
    here.peer("wes")
        .post(end)
        .body(Map.of("act", ClientService.act()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-sign-in");
    var now = Map.of("act", ClientService.act(Instant.now()));
    here.peer("wes").post(end).body(now).send().hasStatus(204);
    ira.get("/api/clients/{id}", client).send().isNotFound();
    assertThat(asked("own-sign-in-ended", client, 1)).containsExactly(here.subject("ira"));
    here.peer("wes")
        .post(end)
        .body(Map.of("act", ClientService.act()))
        .send()
        .isProblem(409, "no-own-sign-in");
  }

  private Answer goes(String name, UUID id) {
    return here.peer(name).post("/api/specialists/{id}/leave", id).body(Map.of()).send();
  }
}
