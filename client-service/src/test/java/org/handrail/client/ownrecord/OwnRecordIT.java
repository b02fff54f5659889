package org.handrail.client.ownrecord;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the agency holds of somebody is theirs to read, and a copy theirs to have. */
@HandrailIT
class OwnRecordIT {
  private final ClientService service;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final UUID client;
  private final Api ana;

  OwnRecordIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    service = new ClientService(api, tokens);
    this.jdbc = jdbc;
    this.transactions = transactions;
    var held = HeldOfAna.of(api, tokens);
    client = held.client();
    ana = held.ana();
  }

  @Test
  @Proves("P2-RGT-1")
  void byTheirOwnSignInTheClientReadsAllThatIsHeld() {
    var copy = copy(ana).isOk();
    assertThat(copy.at("/sections/client/0/legalName")).isEqualTo("Ana Brook");
    assertThat(copy.at("/sections/client/0/contact/phone")).isEqualTo("555-0100");
    assertThat(copy.at("/sections/consent-signature/0/document"))
        .startsWith("Consent to disclose records");
    assertThat(copy.at("/sections/disclosure/0/recipient")).isEqualTo("harborlight");
    assertThat(copy.at("/sections/encounter-version/0/place"))
        .isEqualTo("recovery-community-center");
    assertThat(copy.at("/sections/confidence/0/words")).isEqualTo("Afraid of the holidays");
    assertThat(copy.at("/sections/supporter/0/words")).isEqualTo("My sister");
    assertThat(copy.text()).as("what others told of themselves").doesNotContain("Bea", "555-0177");
    assertThat(copy.json().at("/fee").asInt(1)).isZero();
    assertThat(copy.header("Cache-Control")).contains("no-store");
    assertThat(looks()).contains("self clients-record");
  }

  @Test
  @Proves({"P2-RGT-1", "P2-RPT-1"})
  void whatWasReportedForAChildsSakeIsNotInIt() {
    service
        .maya()
        .post("/api/disclosures/reports/child-abuse")
        .body(
            Map.of(
                "clientId",
                client,
                "recipient",
                "child-protection",
                "reference",
                "R-" + UUID.randomUUID(),
                "madeAt",
                Instant.now().minusSeconds(60).toString(),
                "reporter",
                "Maya Reyes",
                "told",
                Map.of("concern", "Bruises on both arms", "child", "A boy of about six, Leo")))
        .send()
        .isCreated();
    service.discloses(client, UUID.randomUUID());
    service.asksForTheirRecord(client);
    for (var reader : List.of(ana, service.maya())) {
      var copy = copy(reader).isOk();
      assertThat(copy.text()).doesNotContain("Bruises", "child-abuse", "child-protection");
      assertThat(copy.json().at("/sections/disclosure")).hasSize(2);
      for (var row : copy.json().at("/sections/disclosure")) {
        assertThat(row.propertyNames())
            .as("what would tell that a row is left out")
            .doesNotContain("position", "step", "previousHash", "hash");
      }
    }
  }

  @Test
  @Proves("P2-RGT-1")
  void whoHandsItToThemNeedsTheirRequestOnRecord() {
    for (var one : List.of(service.maya(), service.priyaThePrivacyOfficer())) {
      copy(one).isProblem(409, "own-record-not-asked-for");
    }
    var request = service.asksForTheirRecord(client);
    var handed = copy(service.maya()).isOk();
    assertThat(handed.at("/sections/client/0/legalName")).isEqualTo("Ana Brook");
    assertThat(handed.at("/sections/record-request/0/words")).isEqualTo("All of it, please");
    assertThat(handed.text())
        .as("what was said between two, and that it was said")
        .doesNotContain("Afraid of the holidays", "clients-confidences", "a word on");
    assertThat(copy(service.priyaThePrivacyOfficer()).isOk().text())
        .doesNotContain("Afraid of the holidays");
    assertThat(reasons(handed)).containsEntry("confidence", "by-own-sign-in-only");
    assertThat(reasons(copy(ana).isOk()))
        .doesNotContainKey("confidence")
        .containsEntry("counseling-notes", "none-are-kept")
        .containsEntry("incident-report", "made-for-proceedings");
    assertThat(looks()).contains("primary clients-record", "privacy-officer clients-record");

    answers(request);
    copy(service.maya()).isProblem(409, "own-record-not-asked-for");
    copy(ana).isOk();
  }

  @Test
  @Proves("V9")
  void ofEachPieceOfItTheClientCanSaySomething() {
    service.asksForTheirRecord(client);
    var handed = copy(service.maya()).isOk().json().at("/sections");
    var kinds = new TreeSet<String>();
    handed
        .properties()
        .forEach(
            section ->
                section
                    .getValue()
                    .valueStream()
                    .filter(row -> row.has("id"))
                    .forEach(
                        row -> {
                          kinds.add(section.getKey());
                          annotates(section.getKey(), row.at("/id").asString()).isCreated();
                        }));
    assertThat(kinds).contains("client", "supporter", "consent", "look", "record-request");
    for (var kind : List.of("specialist-change", "relationship-rating", "assignment")) {
      annotates(kind, UUID.randomUUID().toString())
          .isProblem(400, "invalid")
          .hasFault("/about/kind", "unknown");
    }
  }

  private Answer annotates(String kind, String id) {
    return ana.post("/api/clients/{id}/annotations", client)
        .body(Map.of("about", Map.of("kind", kind, "id", id), "words", "Let me add to this"))
        .send();
  }

  @Test
  @Proves("P2-RGT-1")
  void thatABreachAffectedThemTheyReadAndThePrivacyOfficers() {
    affectedByABreach();
    service.asksForTheirRecord(client);
    for (var one : List.of(ana, service.priyaThePrivacyOfficer())) {
      var copy = copy(one).isOk();
      assertThat(copy.json().at("/sections/breach-person")).hasSize(1);
      assertThat(copy.text()).contains("disclosures-breaches-people");
      assertThat(reasons(copy)).doesNotContainKey("breach-person");
    }
    var handed = copy(service.maya()).isOk();
    assertThat(handed.json().at("/sections").has("breach-person")).isFalse();
    assertThat(handed.text()).doesNotContain("disclosures-breaches");
    assertThat(reasons(handed))
        .containsEntry("breach-person", "by-own-sign-in-or-from-the-privacy-officer");
  }

  private void affectedByABreach() {
    var priya = service.priyaThePrivacyOfficer();
    var breach =
        priya
            .post("/api/disclosures/breaches")
            .body(
                Map.of(
                    "discoveredAt",
                    Instant.now().minusSeconds(60).toString(),
                    "what",
                    "A folder left on the bus"))
            .send()
            .isCreated();
    priya
        .post("/api/disclosures/breaches/{id}/people", breach.id())
        .body(Map.of("clientIds", List.of(client)))
        .ifMatch(priya.get("/api/disclosures/breaches/{id}", breach.id()).send().isOk())
        .send()
        .isOk();
  }

  @Test
  void everyTableThatHangsOnAClientIsInItOrSaidToBeLeftOut() {
    var said =
        Stream.of(
                Sections.OF_THE_RECORD.stream().map(Section::table),
                Sections.WITH_THE_PRIVACY_OFFICER.stream().map(Section::table),
                Sections.FOR_THE_CLIENT_ALONE.stream().map(Section::table),
                Sections.LEFT_OUT.keySet().stream())
            .flatMap(tables -> tables)
            .collect(toSet());
    assertThat(transactions.reading(this::tablesOfClients))
        .containsExactlyInAnyOrderElementsOf(said);
  }

  @Test
  void strangersFindNoRecord() {
    service.asksForTheirRecord(client);
    for (var stranger :
        List.of(
            service.paul(),
            service.carl(),
            service.noor(),
            service.privacyOfficerOf("harborlight"))) {
      copy(stranger).isNotFound();
      stranger.get("/api/clients/{id}/record/pdf", client).send().isNotFound();
    }
    copy(service.rosaTheSupervisor()).isProblem(403, "role-not-allowed");
  }

  private Answer copy(Api reader) {
    return reader.get("/api/clients/{id}/record", client).send();
  }

  private void answers(Answer request) {
    var priya = service.priyaThePrivacyOfficer();
    priya
        .post("/api/record-requests/{id}/answer", request.id())
        .body(Map.of("answer", "given"))
        .ifMatch(priya.get("/api/record-requests/{id}", request.id()).send().isOk())
        .send()
        .isOk();
  }

  private static Map<String, String> reasons(Answer copy) {
    var reasons = new HashMap<String, String>();
    copy.json()
        .at("/notHere")
        .forEach(left -> reasons.put(left.at("/section").asString(), left.at("/why").asString()));
    return reasons;
  }

  private List<String> looks() {
    return ana.get("/api/clients/{id}/access-log?limit=200", client)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(look -> look.at("/as").asString() + " " + look.at("/kind").asString())
        .toList();
  }

  private List<String> tablesOfClients() {
    return jdbc.sql(
            """
            with recursive of_clients as (
              select 'client'::regclass::oid as id
              union select c.conrelid from pg_constraint c join of_clients o on c.confrelid = o.id where c.contype = 'f'
            ) select id::regclass::text from of_clients
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
