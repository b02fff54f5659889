package org.handrail.client.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HandrailIT
class OutreachIT {
  private final ClientService service;
  private final SettableClock clock;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  OutreachIT(
      Api api,
      TokenIssuer tokens,
      SettableClock clock,
      JdbcClient jdbc,
      Transactions transactions) {
    service = new ClientService(api, tokens);
    this.clock = clock;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  @Proves({"C1", "R2"})
  void keepsAMeetingWithoutAnybodyInIt() {
    var before = given();
    var met =
        meets(
            Map.of(
                "metOn",
                "2026-11-20",
                "place",
                "street",
                "words",
                "Asked about a meal",
                "supplies",
                Map.of("naloxone", 2, "testStrips", 10, "other", 1)));
    assertThat(met.json().at("/billable").asBoolean(true)).isFalse();
    assertThat(met.json().at("/advice")).isEmpty();
    assertThat(given() - before).isEqualTo(2);
    service
        .maya()
        .post("/api/outreach-contacts")
        .body(Map.of("metOn", "2026-11-20", "place", "street", "nameToUse", "Ana"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/nameToUse", "unknown-field");
    // Advice only: the words are the specialist's to mend.
    var told =
        meets(Map.of("metOn", "2026-11-20", "place", "shelter", "words", "met Ana, 555-010-0199"));
    assertThat(told.json().at("/advice").valueStream().map(JsonNode::asString))
        .containsExactly("name", "telephone-number");
    assertThat(
            service.maya().get("/api/outreach-contacts/{id}", told.id()).send().isOk().at("/words"))
        .isEqualTo("met Ana, 555-010-0199");
  }

  @Test
  void nobodyIsMetOnADayThatHasNotBegunAtTheAgency() {
    clock.set(Instant.parse("2026-11-21T02:00:00Z"));
    service
        .maya()
        .post("/api/outreach-contacts")
        .body(Map.of("metOn", "2026-11-21", "place", "street"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/metOn", "in-future");
    meets(Map.of("metOn", "2026-11-20", "place", "street"));
  }

  @Test
  void isTheSpecialistsOwnAndTheirSupervisors() {
    var met = meets(Map.of("metOn", "2026-11-20", "place", "library")).id();
    var path = "/api/outreach-contacts/" + met;
    service.rosaTheSupervisor().get(path).send().isOk();
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get(path).send().isNotFound();
      assertThat(stranger.get("/api/outreach-contacts?limit=200").send().isOk().text())
          .doesNotContain(met.toString());
      stranger.post(path + "/conversion").body(wish("Wyn")).send().isNotFound();
    }
    assertThat(service.maya().get("/api/outreach-contacts?limit=200").send().isOk().text())
        .contains(met.toString());
  }

  @Test
  @Proves({"C1", "P2-NPP-1"})
  void onlyThePersonsOwnActMakesAClientOfThemAndNothingTellsWhichMeetingItWas() {
    var met =
        meets(Map.of("metOn", "2026-11-20", "place", "encampment", "words", "Later maybe")).id();
    var contactBefore = rows("outreach_contact", met);
    var path = "/api/outreach-contacts/" + met + "/conversion";
    var lacking = new HashMap<String, Object>(wish("Xia"));
    lacking.remove("act");
    service
        .maya()
        .post(path)
        .body(lacking)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    var early = new HashMap<String, Object>(wish("Xia"));
    early.put("act", ClientService.act());
    service
        .maya()
        .post(path)
        .body(early)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-meeting");
    var key = UUID.randomUUID().toString();
    var wish = wish("Xia");
    var client =
        UUID.fromString(
            service.maya().post(path).key(key).body(wish).send().isCreated().at("/clientId"));
    // A repeat finds the same record.
    assertThat(service.maya().post(path).key(key).body(wish).send().at("/clientId"))
        .isEqualTo(client.toString());
    assertThat(service.maya().get("/api/clients/{id}", client).send().isOk().at("/status"))
        .isEqualTo("registered");

    // The meeting is as it was, and no table knows both.
    assertThat(rows("outreach_contact", met)).isEqualTo(contactBefore);
    for (var table : tables()) {
      var ofClient = rows(table, client);
      assertThat(String.join("", ofClient)).as(table).doesNotContain(met.toString());
      assertThat(String.join("", rows(table, met))).as(table).doesNotContain(client.toString());
      // The key under which the meeting was kept knows the meeting, as all do.
      if (!List.of("outreach_contact", "submission").contains(table)) {
        assertThat(rows(table, met)).as(table).isEmpty();
      }
      // Nor a key or a hash made of the request, which could be made again.
      assertThat(String.join("", rows(table, key))).as(table).isEmpty();
    }
    assertThat(rows("submission", client)).isEmpty();
  }

  @Test
  void twoSendingsAtOnceMakeOneRecord() throws Exception {
    var met = meets(Map.of("metOn", "2026-11-20", "place", "street")).id();
    var key = UUID.randomUUID().toString();
    var wish = wish("Yan");
    var made =
        AtOnce.both(
            _ ->
                service
                    .maya()
                    .post("/api/outreach-contacts/{id}/conversion", met)
                    .key(key)
                    .body(wish)
                    .send()
                    .isCreated()
                    .at("/clientId"));
    assertThat(made.getFirst()).isEqualTo(made.getLast());
  }

  private Answer meets(Map<String, Object> meeting) {
    return service.maya().post("/api/outreach-contacts").body(meeting).send().isCreated();
  }

  private static Map<String, Object> wish(String name) {
    return Map.of(
        "registration",
        Map.of("nameToUse", name, "languages", List.of("en")),
        "act",
        ClientService.actNow());
  }

  @Test
  void suppliesAreCountedOverDaysThatThereWere() {
    var path = "/api/outreach-contacts/supplies?";
    service
        .maya()
        .get(path + "from=2026-11-20&until=2026-01-01")
        .send()
        .isProblem(400, "invalid")
        .hasFaultOf("until", "before-start");
    service
        .maya()
        .get(path + "from=2199-01-01&until=2199-12-31")
        .send()
        .isProblem(400, "invalid")
        .hasFaultOf("from", "in-future");
    service.maya().get(path + "from=2026-11-20&until=2026-11-20").send().isOk();
  }

  private int given() {
    return service
        .maya()
        .get("/api/outreach-contacts/supplies?from=2026-11-01&until=2026-11-30")
        .send()
        .isOk()
        .json()
        .at("/naloxone")
        .asInt();
  }

  private List<String> tables() {
    return asRiverbend(
        """
        select c.relname::text from pg_class c
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_table_privilege(c.oid, 'select')
        """);
  }

  private List<String> rows(String table, Object containing) {
    return asRiverbend(
        "select t::text from %s t where t::text like '%%%s%%'".formatted(table, containing));
  }

  private List<String> asRiverbend(String sql) {
    return AgencyScope.as(new AgencyId("riverbend"), TokenIssuer.subject("maya"))
        .call(() -> transactions.reading(() -> jdbc.sql(sql).query(String.class).list()));
  }
}
