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
import org.handrail.client.Attentions;
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
    assertThat(came.at("/items/0/alias")).isEqualTo("J.B.");
    assertThat(came.at("/items/0/pledgeVersion"))
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
    comes(group, session, "N");
    assertThat(encounters(client)).isZero();
    var toCome = wish(client);
    toCome.put("act", Map.of("kind", "in-person", "at", "2199-01-01T00:00:00Z"));
    puts(sam, group, session, toCome).isProblem(400, "invalid").hasFault("/act/at", "in-future");
    puts(sam, group, session, wish(client)).isCreated();
    puts(sam, group, session, wish(client)).isProblem(409, "signed-in-already");
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
    var group = begins(3).isCreated();
    var session = meets(group);
    var colleague = meetings.somebodyNew();
    for (var client : List.of(meetings.clientOf(colleague), UUID.randomUUID())) {
      puts(sam, group, session, wish(client)).isNotFound();
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

  @Test
  @Proves("R17")
  void noMomentTellsWhoseInitialsTheseAre() {
    var group = begins(3).isCreated();
    var session = meets(group);
    var client = meetings.clientOf(sam);
    var came = comes(group, session, "QZ9");
    puts(sam, group, session, wish(client)).isCreated();
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
    var group = begins(3).isCreated();
    var session = meets(group, Instant.now().minusSeconds(4000));
    var client = meetings.clientOf(sam);
    comes(group, session, "N");
    var encounter = puts(sam, group, session, wish(client)).isCreated().at("/encounterId");
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
    var group = begins(3).isCreated();
    var session = meets(group, Instant.now().minusSeconds(4000));
    var kim = meetings.somebodyNew();
    var client = meetings.clientOf(kim);
    var own = meetings.signIn(kim, client);
    puts(kim, group, session, wish(client)).isProblem(409, "nobody-else-came");
    comes(group, session, "N");
    var encounter = puts(kim, group, session, wish(client)).isCreated().at("/encounterId");
    var recorded = kim.get("/api/encounters/{id}", encounter).send().isOk();
    assertThat(recorded.at("/specialist")).isEqualTo(session.at("/facilitator"));
    sam.get("/api/encounters/{id}", encounter).send().isNotFound();
    assertThat(roster(sam, group, session).isOk().text()).doesNotContain(client.toString());

    kim.post("/api/encounters/{id}/withdrawal", encounter)
        .body(Map.of("reason", "did-not-happen"))
        .ifMatch(recorded)
        .send()
        .isOk();
    var byThemselves = wish(client);
    byThemselves.remove("act");
    puts(kim, group, session, byThemselves).isProblem(400, "invalid").hasFault("/act", "missing");
    puts(own, group, session, byThemselves).isCreated();
    assertThat(own.get("/api/encounters?clientId=" + client).send().isOk().json().at("/items"))
        .hasSize(1);
  }

  @Test
  @Proves("R17")
  void whoWasTypedTwiceTakesOneChair() {
    var group = begins(1).isCreated();
    var session = meets(group);
    var typed = comes(group, session, "J.B.");
    signsIn(group, session, Map.of("alias", "K.", "pledge", true)).isProblem(409, "group-full");
    var path = "/api/groups/%s/sessions/%s/sign-ins/%s".formatted(group.id(), session.id(), typed);
    service.paul().delete(path).send().isNotFound();
    sam.delete(path).send().hasStatus(204);
    sam.delete(path).send().isNotFound();
    comes(group, session, "K.");
  }

  @Test
  void aSessionToWhichNobodyCameIsCalledOffAndFreesItsTime() {
    var group = begins(3).isCreated();
    var start = Instant.now().minusSeconds(4000);
    var session = meets(group, start);
    var client = meetings.clientOf(sam);
    var meanwhile = Meetings.starting(start, 30);
    Meetings.records(sam, client, meanwhile).isProblem(409, "time-overlaps");
    callsOff(service.paul(), group, session).isNotFound();
    var typed = comes(group, session, "N");
    callsOff(sam, group, session).isProblem(409, "session-attended");
    sam.delete("/api/groups/" + group.id() + "/sessions/" + session.id() + "/sign-ins/" + typed)
        .send()
        .hasStatus(204);
    assertThat(callsOff(service.rosaTheSupervisor(), group, session).isOk().at("/cancelledAt"))
        .isNotEmpty();
    callsOff(sam, group, session).isProblem(409, "session-cancelled");
    signsIn(group, session, Map.of("alias", "A", "pledge", true))
        .isProblem(409, "session-cancelled");
    puts(sam, group, session, wish(client)).isProblem(409, "session-cancelled");
    Meetings.records(sam, client, meanwhile).isCreated();
  }

  @Test
  void aGroupGetsAnotherFacilitatorWithItsSessionsToCome() {
    var group = begins(3).isCreated();
    var past = meets(group);
    comes(group, past, "QZ6");
    var soon = Instant.now().plusSeconds(7 * 86400L);
    var next = meets(group, soon);
    var kim = meetings.somebodyNew();
    handsOn(sam, group, "a-stranger").isProblem(409, "colleague-unknown");
    kim.get("/api/clients").send().isOk();
    var kims = subjectOf(kim);
    handsOn(service.paul(), group, kims).isNotFound();
    var busy = kimHolds(kim, soon);
    handsOn(sam, group, kims).isProblem(409, "time-overlaps");
    kim.post("/api/groups/{id}/end", busy).send().isOk();

    assertThat(handsOn(service.rosaTheSupervisor(), group, kims).isOk().at("/facilitator"))
        .isEqualTo(kims);

    assertThat(Attentions.whom(Attentions.asked("holds-group", group.id()))).isEqualTo(kims);
    assertThat(roster(sam, group, past).isOk().text()).contains("QZ6");
    roster(kim, group, past).isNotFound();
    roster(kim, group, next).isOk();
    roster(sam, group, next).isNotFound();
    // The time is the other's now.
    meets(begins(3).isCreated(), soon);
    kim.post("/api/groups/{id}/sessions", group.id())
        .body(lasting(soon))
        .send()
        .isProblem(409, "time-overlaps");
  }

  @Test
  void aGroupEndsAndWhatWasToComeIsCalledOff() {
    var group = begins(3).isCreated();
    var soon = Instant.now().plusSeconds(7 * 86400L);
    meets(group, soon);
    service.paul().post("/api/groups/{id}/end", group.id()).send().isNotFound();
    assertThat(sam.post("/api/groups/{id}/end", group.id()).send().isOk().at("/endedAt"))
        .isNotEmpty();
    sam.post("/api/groups/{id}/end", group.id()).send().isProblem(409, "group-ended");
    handsOn(sam, group, TokenIssuer.subject("paul").value()).isProblem(409, "group-ended");
    sam.post("/api/groups/{id}/sessions", group.id())
        .body(lasting(soon))
        .send()
        .isProblem(409, "group-ended");
    assertThat(
            sam.get("/api/groups/{id}/sessions", group.id())
                .send()
                .isOk()
                .at("/items/0/cancelledAt"))
        .isNotEmpty();
    meets(begins(3).isCreated(), soon);
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

  private static Map<String, Object> wish(UUID client) {
    var wish = new HashMap<String, Object>();
    wish.put("clientId", client);
    wish.put("act", ClientService.act());
    wish.put("mode", "in-person");
    wish.put("place", "recovery-community-center");
    wish.put("activities", List.of("listening"));
    wish.put("goalId", UUID.randomUUID());
    return wish;
  }

  private static Answer puts(Api who, Answer group, Answer session, Map<String, Object> wish) {
    return who.post("/api/groups/{id}/sessions/{session}/on-record", group.id(), session.id())
        .body(wish)
        .send();
  }

  /** Gives the id of the sign-in. */
  private String comes(Answer group, Answer session, String alias) {
    return signsIn(group, session, Map.of("alias", alias, "pledge", true))
        .isCreated()
        .json()
        .at("/items")
        .valueStream()
        .filter(came -> came.at("/alias").asString().equals(alias))
        .findFirst()
        .orElseThrow()
        .at("/id")
        .asString();
  }

  private Answer corrects(Answer recorded, Map<String, Object> account) {
    return sam.post("/api/encounters/{id}/corrections", recorded.id())
        .body(Map.of("reason", "It was otherwise", "encounter", account))
        .ifMatch(recorded)
        .send();
  }

  private static Answer callsOff(Api who, Answer group, Answer session) {
    return who.post("/api/groups/{id}/sessions/{session}/cancellation", group.id(), session.id())
        .send();
  }

  private static Answer handsOn(Api who, Answer group, String to) {
    return who.post("/api/groups/{id}/facilitator", group.id())
        .body(Map.of("facilitator", to))
        .send();
  }

  private static String subjectOf(Api peer) {
    return kimsGroup(peer).at("/facilitator");
  }

  private static Answer kimsGroup(Api peer) {
    return peer.post("/api/groups")
        .body(Map.of("name", "Sundays", "agenda", "Walking", "capacity", 3))
        .send()
        .isCreated();
  }

  private static UUID kimHolds(Api kim, Instant at) {
    var group = kimsGroup(kim).id();
    kim.post("/api/groups/{id}/sessions", group).body(lasting(at)).send().isCreated();
    return group;
  }

  private static Map<String, Object> lasting(Instant from) {
    return Map.of("startsAt", from.toString(), "endsAt", from.plusSeconds(3600).toString());
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
    return sam.post("/api/groups/{id}/sessions", group.id()).body(lasting(at)).send().isCreated();
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
