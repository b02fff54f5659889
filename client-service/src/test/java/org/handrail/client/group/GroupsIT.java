package org.handrail.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
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
  private static final String TABLES_WITH_MOMENTS =
      """
      select format('select %L || to_jsonb(t)::text from %I t', c.relname || ' ', c.relname) from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_table_privilege(c.oid, 'select')
        and exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
          and a.atttypid in ('timestamptz'::regtype, 'timestamp'::regtype))
      """;

  private final ClientService service;
  private final Meetings meetings;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Api sam;
  private final Facilitator tuesdays;

  GroupsIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    this.jdbc = jdbc;
    this.transactions = transactions;
    sam = meetings.somebodyNew();
    tuesdays = new Facilitator(sam);
  }

  @Test
  @Proves("R17")
  void aGroupHasAnAgendaAndRoomForTwelveAtMost() {
    var group = tuesdays.begins(12).isCreated();
    assertThat(group.at("/agenda")).isEqualTo("How the week was");
    tuesdays.begins(13).isProblem(400, "invalid").hasFault("/capacity", "max");
    tuesdays.begins(0).isProblem(400, "invalid").hasFault("/capacity", "min");
    var session = tuesdays.meets(group);
    assertThat(session.at("/agenda")).isEqualTo("How the week was");
    assertThat(sam.get("/api/groups/{id}/sessions", group.id()).send().isOk().at("/items/0/id"))
        .isEqualTo(session.id().toString());
  }

  @Test
  @Proves("R17")
  void peopleComeByInitialsAfterThePledge() {
    var group = tuesdays.begins(3).isCreated();
    var session = tuesdays.meets(group);
    var came =
        tuesdays.signsIn(group, session, Map.of("alias", "J.B.", "pledge", true)).isCreated();
    assertThat(came.at("/items/0/alias")).isEqualTo("J.B.");
    assertThat(came.at("/items/0/pledgeVersion"))
        .isEqualTo(sam.get("/api/groups/pledge").send().isOk().at("/version"));
    tuesdays
        .signsIn(group, session, Map.of("alias", "K.", "pledge", false))
        .isProblem(422, "pledge-missing");
    tuesdays
        .signsIn(group, session, Map.of("alias", "K."))
        .isProblem(400, "invalid")
        .hasFault("/pledge", "missing");
    tuesdays
        .signsIn(group, session, Map.of("alias", "Jonathan Brook", "pledge", true))
        .isProblem(400, "invalid")
        .hasFault("/alias", "pattern");
  }

  @Test
  @Proves({"R17", "BILL-1"})
  void whoComesAfterTheLastChairFindsNoRoom() throws Exception {
    var group = tuesdays.begins(5).isCreated();
    var session = tuesdays.meets(group);
    Callable<Answer> comes =
        () -> tuesdays.signsIn(group, session, Map.of("alias", "X", "pledge", true));
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
    assertThat(Facilitator.roster(sam, group, session).isOk().json().at("/items")).hasSize(5);
  }

  @Test
  @Proves("R17")
  void onlyWhoHoldsTheGroupKnowsWhoCame() {
    var group = tuesdays.begins(3).isCreated();
    var session = tuesdays.meets(group);
    var client = meetings.clientOf(sam);
    var own = meetings.signIn(sam, client);
    tuesdays.signsIn(group, session, Map.of("alias", "QZ7", "pledge", true)).isCreated();
    assertThat(Facilitator.roster(sam, group, session).isOk().text()).contains("QZ7");
    Facilitator.roster(service.paul(), group, session).isNotFound();
    Facilitator.roster(service.carl(), group, session).isNotFound();
    Facilitator.roster(service.rosaTheSupervisor(), group, session)
        .isProblem(403, "role-not-allowed");
    Facilitator.roster(own, group, session).isProblem(403, "role-not-allowed");
    for (var reader : List.of(own, service.paul(), service.rosaTheSupervisor())) {
      for (var path : List.of("/api/groups/{id}", "/api/groups/{id}/sessions", "/api/groups")) {
        assertThat(reader.get(path, group.id()).send().isOk().text()).doesNotContain("QZ7");
      }
    }
    Facilitator.signsIn(service.paul(), group, session, Map.of("alias", "A", "pledge", true))
        .isNotFound();
    service.carl().get("/api/groups/{id}", group.id()).send().isNotFound();
    service.carl().get("/api/groups/{id}/sessions", group.id()).send().isNotFound();
  }

  @Test
  @Proves("R17")
  void whatAClientWantsOnTheirRecordStandsThereWithoutTheirInitials() {
    var group = tuesdays.begins(3).isCreated();
    var session = tuesdays.meets(group, Instant.now().minusSeconds(4000));
    var client = meetings.clientOf(sam);
    tuesdays.comes(group, session, "N");
    assertThat(encounters(client)).isZero();
    var toCome = Facilitator.wish(client);
    toCome.put("act", Map.of("kind", "in-person", "at", "2199-01-01T00:00:00Z"));
    Facilitator.puts(sam, group, session, toCome)
        .isProblem(400, "invalid")
        .hasFault("/act/at", "in-future");
    Facilitator.puts(sam, group, session, Facilitator.wish(client)).isCreated();
    Facilitator.puts(sam, group, session, Facilitator.wish(client))
        .isProblem(409, "signed-in-already");
    var record = sam.get("/api/encounters?clientId=" + client).send().isOk();
    assertThat(record.at("/items/0/encounter/kind")).isEqualTo("group");
    assertThat(record.at("/items/0/groupSessionId")).isEqualTo(session.id().toString());
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
    var group = tuesdays.begins(3).isCreated();
    var session = tuesdays.meets(group);
    var colleague = meetings.somebodyNew();
    for (var client : List.of(meetings.clientOf(colleague), UUID.randomUUID())) {
      Facilitator.puts(sam, group, session, Facilitator.wish(client)).isNotFound();
    }
    assertThat(Facilitator.roster(sam, group, session).isOk().json().at("/items")).isEmpty();
  }

  @Test
  void nobodySignsInForWhatIsFarAway() {
    var group = tuesdays.begins(3).isCreated();
    var session = tuesdays.meets(group, Instant.now().plusSeconds(7 * 86400L));
    tuesdays
        .signsIn(group, session, Map.of("alias", "A", "pledge", true))
        .isProblem(409, "session-not-open");
    service
        .paul()
        .post("/api/groups/{id}/sessions", group.id())
        .body(Map.of("startsAt", "2026-12-24T10:00:00Z", "endsAt", "2026-12-24T11:00:00Z"))
        .send()
        .isNotFound();
  }

  @Test
  @Proves("R17")
  void noMomentTellsWhoseInitialsTheseAre() {
    var group = tuesdays.begins(3).isCreated();
    var session = tuesdays.meets(group);
    var client = meetings.clientOf(sam);
    var came = tuesdays.comes(group, session, "QZ9");
    Facilitator.puts(sam, group, session, Facilitator.wish(client)).isCreated();
    var facilitator = session.at("/facilitator");
    assertThat(momentsBeside("QZ9", facilitator)).isEmpty();
    assertThat(momentsBeside(came, facilitator)).isEmpty();
    assertThat(momentsBeside(client.toString(), facilitator))
        .as("what is looked for is found")
        .anyMatch(row -> row.startsWith("encounter "));
  }

  @Test
  @Proves("BILL-1")
  void partOfAGroupTakesNoLongerThanTheGroup() {
    var group = tuesdays.begins(3).isCreated();
    var session = tuesdays.meets(group, Instant.now().minusSeconds(4000));
    var client = meetings.clientOf(sam);
    tuesdays.comes(group, session, "N");
    var encounter =
        Facilitator.puts(sam, group, session, Facilitator.wish(client))
            .isCreated()
            .at("/encounterId");
    var start = Instant.parse(session.at("/startsAt"));
    var recorded = sam.get("/api/encounters/{id}", encounter).send().isOk();
    var tooLong = Meetings.starting(start.minusSeconds(3600), 180);
    tooLong.put("kind", "group");
    corrects(recorded, tooLong)
        .isProblem(422, "encounter-deficient")
        .hasFault("/encounter/startedAt", "outside-session")
        .hasFault("/encounter/endedAt", "outside-session");
    var leftEarly = Meetings.starting(start, 30);
    leftEarly.put("kind", "group");
    corrects(recorded, leftEarly).isOk();
  }

  @Test
  @Proves({"R17", "BILL-1"})
  void whoeverWalksWithSomebodyPutsTheGroupOnTheirRecordAndItsFacilitatorHearsNothing() {
    var group = tuesdays.begins(3).isCreated();
    var session = tuesdays.meets(group, Instant.now().minusSeconds(4000));
    var kim = meetings.somebodyNew();
    var client = meetings.clientOf(kim);
    var own = meetings.signIn(kim, client);
    Facilitator.puts(kim, group, session, Facilitator.wish(client))
        .isProblem(409, "nobody-else-came");
    tuesdays.comes(group, session, "N");
    var encounter =
        Facilitator.puts(kim, group, session, Facilitator.wish(client))
            .isCreated()
            .at("/encounterId");
    var recorded = kim.get("/api/encounters/{id}", encounter).send().isOk();
    assertThat(recorded.at("/specialist")).isEqualTo(session.at("/facilitator"));
    sam.get("/api/encounters/{id}", encounter).send().isNotFound();
    assertThat(Facilitator.roster(sam, group, session).isOk().text())
        .doesNotContain(client.toString());

    kim.post("/api/encounters/{id}/withdrawal", encounter)
        .body(Map.of("reason", "did-not-happen"))
        .ifMatch(recorded)
        .send()
        .isOk();
    var byThemselves = Facilitator.wish(client);
    byThemselves.remove("act");
    Facilitator.puts(kim, group, session, byThemselves)
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    Facilitator.puts(own, group, session, byThemselves).isCreated();
    assertThat(own.get("/api/encounters?clientId=" + client).send().isOk().json().at("/items"))
        .hasSize(1);
  }

  @Test
  @Proves("R17")
  void nobodyWantsASessionOnTheirRecordBeforeItBegan() {
    var group = tuesdays.begins(3).isCreated();
    var begun = Instant.now().minusSeconds(1800);
    var session = tuesdays.meets(group, begun);
    tuesdays.comes(group, session, "N");
    var wish = Facilitator.wish(meetings.clientOf(sam));
    wish.put("act", ClientService.act(begun.minusSeconds(3600)));
    Facilitator.puts(sam, group, session, wish)
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-session");
    wish.put("act", ClientService.act(begun.plusSeconds(60)));
    Facilitator.puts(sam, group, session, wish).isCreated();
  }

  /**
   * All rows with a moment, of any table that the facilitator's requests write, with that in them.
   */
  private List<String> momentsBeside(String what, String facilitator) {
    return AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.reading(
                    () -> {
                      texts("select set_config('handrail.subject', '" + facilitator + "', true)");
                      return texts(TABLES_WITH_MOMENTS).stream()
                          .flatMap(select -> texts(select).stream())
                          .filter(row -> row.contains(what))
                          .toList();
                    }));
  }

  private List<String> texts(String sql) {
    return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
  }

  private Answer corrects(Answer recorded, Map<String, Object> account) {
    return sam.post("/api/encounters/{id}/corrections", recorded.id())
        .body(Map.of("reason", "It was otherwise", "encounter", account))
        .ifMatch(recorded)
        .send();
  }

  private int encounters(UUID client) {
    return sam.get("/api/encounters?clientId=" + client).send().isOk().json().at("/items").size();
  }
}
