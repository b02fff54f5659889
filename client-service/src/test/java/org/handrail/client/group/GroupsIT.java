package org.handrail.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@HandrailIT
class GroupsIT {
  private final ClientService service;
  private final Meetings meetings;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Api sam;

  GroupsIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    this.jdbc = jdbc;
    this.transactions = transactions;
    sam = meetings.somebodyNew();
  }

  @Test
  @Proves("R17")
  void aGroupHasAnAgendaAndRoomForTwelveAtMost() {
    var group = begins(12).isCreated();
    assertThat(group.at("/agenda")).isEqualTo("How the week was");
    begins(13).isProblem(400, "invalid").hasFault("/capacity", "max");
    begins(0).isProblem(400, "invalid").hasFault("/capacity", "min");
    var session = meets(group);
    assertThat(session.at("/agenda")).isEqualTo("How the week was");
    assertThat(sam.get("/api/groups/{id}/sessions", group.id()).send().isOk().at("/items/0/id"))
        .isEqualTo(session.id().toString());
  }

  @Test
  @Proves("R17")
  void peopleComeByInitialsAfterThePledge() {
    var group = begins(3).isCreated();
    var session = meets(group);
    var came = signsIn(group, session, Map.of("alias", "J.B.", "pledge", true)).isCreated();
    assertThat(came.at("/alias")).isEqualTo("J.B.");
    assertThat(came.at("/pledgeVersion"))
        .isEqualTo(sam.get("/api/groups/pledge").send().isOk().at("/version"));
    signsIn(group, session, Map.of("alias", "K.", "pledge", false))
        .isProblem(422, "pledge-missing");
    signsIn(group, session, Map.of("alias", "K."))
        .isProblem(400, "invalid")
        .hasFault("/pledge", "missing");
    signsIn(group, session, Map.of("alias", "Jonathan Brook", "pledge", true))
        .isProblem(400, "invalid")
        .hasFault("/alias", "pattern");
  }

  @Test
  @Proves({"R17", "BILL-1"})
  void whoComesAfterTheLastChairFindsNoRoom() throws Exception {
    var group = begins(5).isCreated();
    var session = meets(group);
    Callable<Answer> comes = () -> signsIn(group, session, Map.of("alias", "X", "pledge", true));
    try (var door = Executors.newFixedThreadPool(9)) {
      var answers = new ArrayList<Answer>();
      for (var done : door.invokeAll(Collections.nCopies(9, comes))) {
        answers.add(done.get());
      }
      assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(5);
      assertThat(answers)
          .filteredOn(it -> it.status() != 201)
          .hasSize(4)
          .allSatisfy(it -> it.isProblem(409, "group-full"));
    }
    assertThat(roster(sam, group, session).isOk().json().at("/items")).hasSize(5);
  }

  @Test
  @Proves("R17")
  void onlyWhoHoldsTheGroupKnowsWhoCame() {
    var group = begins(3).isCreated();
    var session = meets(group);
    var client = meetings.clientOf(sam);
    var own = meetings.signIn(sam, client);
    signsIn(group, session, Map.of("alias", "QZ7", "pledge", true)).isCreated();
    assertThat(roster(sam, group, session).isOk().text()).contains("QZ7");
    roster(service.paul(), group, session).isNotFound();
    roster(service.carl(), group, session).isNotFound();
    roster(service.rosaTheSupervisor(), group, session).isProblem(403, "role-not-allowed");
    roster(own, group, session).isProblem(403, "role-not-allowed");
    for (var reader : List.of(own, service.paul(), service.rosaTheSupervisor())) {
      for (var path : List.of("/api/groups/{id}", "/api/groups/{id}/sessions", "/api/groups")) {
        assertThat(reader.get(path, group.id()).send().isOk().text()).doesNotContain("QZ7");
      }
    }
    signsIn(service.paul(), group, session, Map.of("alias", "A", "pledge", true)).isNotFound();
    service.carl().get("/api/groups/{id}", group.id()).send().isNotFound();
    service.carl().get("/api/groups/{id}/sessions", group.id()).send().isNotFound();
  }

  @Test
  @Proves("R17")
  void whatAClientWantsOnTheirRecordStandsThereWithoutTheirInitials() {
    var group = begins(3).isCreated();
    var session = meets(group, Instant.now().minusSeconds(4000));
    var client = meetings.clientOf(sam);
    signsIn(group, session, Map.of("alias", "N", "pledge", true)).isCreated();
    assertThat(encounters(client)).isZero();
    var wish =
        Map.of(
            "clientId",
            client,
            "act",
            ClientService.act(),
            "mode",
            "in-person",
            "place",
            "recovery-community-center",
            "activities",
            List.of("listening"),
            "goalId",
            UUID.randomUUID());
    var toCome = new HashMap<String, Object>(wish);
    toCome.put("act", Map.of("kind", "in-person", "at", "2199-01-01T00:00:00Z"));
    signsIn(group, session, Map.of("alias", "QZ8", "pledge", true, "onRecord", toCome))
        .isProblem(400, "invalid")
        .hasFault("/onRecord/act/at", "in-future");
    var came = signsIn(group, session, Map.of("alias", "QZ8", "pledge", true, "onRecord", wish));
    came.isCreated();
    signsIn(group, session, Map.of("alias", "QZ8", "pledge", true, "onRecord", wish))
        .isProblem(409, "signed-in-already");
    var record = sam.get("/api/encounters?clientId=" + client).send().isOk();
    assertThat(record.at("/items/0/encounter/kind")).isEqualTo("group");
    assertThat(record.at("/items/0/groupSessionId")).isEqualTo(session.id().toString());
    assertThat(record.text()).doesNotContain("QZ8", came.at("/id"));
    // No table has both, whoever looks.
    assertThat(
            AgencyScope.as(new AgencyId("riverbend"))
                .call(
                    () ->
                        transactions.reading(
                            () ->
                                jdbc.sql(
                                        """
                                        select count(*) from information_schema.columns
                                        where table_name = 'group_sign_in' and column_name in ('client_id', 'encounter_id')
                                        """)
                                    .query(Integer.class)
                                    .single())))
        .isZero();
    // A group's time is the facilitator's: nothing else fits in, for anybody.
    Meetings.records(sam, client, Meetings.starting(Instant.parse(session.at("/startsAt")), 30))
        .isProblem(409, "time-overlaps");
    Meetings.records(sam, client, Meetings.anHourWith("kind", "group"))
        .isProblem(422, "encounter-of-a-group");
    var day =
        sam.get(
                "/api/encounters/units?payer=nc-medicaid&clientId="
                    + client
                    + "&day="
                    + Instant.parse(session.at("/startsAt"))
                        .atZone(ZoneId.of("America/New_York"))
                        .toLocalDate())
            .send()
            .isOk();
    assertThat(day.at("/items/0/modifiers/0")).isEqualTo("HQ");
  }

  @Test
  void anUnknownClientAndOneOfAnotherAreTheSame() {
    var group = begins(3).isCreated();
    var session = meets(group);
    var colleague = meetings.somebodyNew();
    for (var client : List.of(meetings.clientOf(colleague), UUID.randomUUID())) {
      var wish =
          Map.of(
              "clientId", client, "act", ClientService.act(), "mode", "in-person", "place", "home");
      signsIn(group, session, Map.of("alias", "A", "pledge", true, "onRecord", wish)).isNotFound();
    }
    assertThat(roster(sam, group, session).isOk().json().at("/items")).isEmpty();
  }

  @Test
  void nobodySignsInForWhatIsFarAway() {
    var group = begins(3).isCreated();
    var session = meets(group, Instant.now().plusSeconds(7 * 86400L));
    signsIn(group, session, Map.of("alias", "A", "pledge", true))
        .isProblem(409, "session-not-open");
    service
        .paul()
        .post("/api/groups/{id}/sessions", group.id())
        .body(Map.of("startsAt", "2026-12-24T10:00:00Z", "endsAt", "2026-12-24T11:00:00Z"))
        .send()
        .isNotFound();
  }

  private int encounters(UUID client) {
    return sam.get("/api/encounters?clientId=" + client).send().isOk().json().at("/items").size();
  }

  private Answer begins(int capacity) {
    return sam.post("/api/groups")
        .body(Map.of("name", "Tuesdays", "agenda", "How the week was", "capacity", capacity))
        .send();
  }

  private Answer meets(Answer group) {
    return meets(group, Instant.now());
  }

  private Answer meets(Answer group, Instant at) {
    return sam.post("/api/groups/{id}/sessions", group.id())
        .body(Map.of("startsAt", at.toString(), "endsAt", at.plusSeconds(3600).toString()))
        .send()
        .isCreated();
  }

  private Answer signsIn(Answer group, Answer session, Map<String, Object> form) {
    return signsIn(sam, group, session, form);
  }

  private static Answer signsIn(Api who, Answer group, Answer session, Map<String, Object> form) {
    return who.post("/api/groups/{id}/sessions/{session}/sign-ins", group.id(), session.id())
        .body(form)
        .send();
  }

  private static Answer roster(Api who, Answer group, Answer session) {
    return who.get("/api/groups/{id}/sessions/{session}/roster", group.id(), session.id()).send();
  }
}
