package org.handrail.client.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.actNow;
import static org.handrail.client.ClientService.onPaper;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.reporting.OfOneClient.with;
import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An agency of its own for each test, so that nobody else's clients are counted. */
@HandrailIT
class GrantExportsIT {
  private static final String EXPORTS = "/api/clients/grant-exports";

  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final SettableClock clock;
  private final LocalDate today;
  private final String agency;
  private final Api sam;
  private final Api officer;

  GrantExportsIT(Api api, TokenIssuer tokens, SettableClock clock) {
    this.api = api;
    this.tokens = tokens;
    this.clock = clock;
    service = new ClientService(api, tokens);
    today = LocalDate.now(clock.withZone(Roster.ZONE));
    agency = "agency-" + UUID.randomUUID();
    sam = as(PEER_SPECIALIST);
    officer = as(PRIVACY_OFFICER);
  }

  @Test
  @Proves("REP-3")
  void ofWhomAConsentNamesTheFunderItTellsAndEachHasTheirRow() {
    var ana = reported();
    var consent = consents(ana, "treatment-record", "demographics");
    var ben = reported();
    consents(ben, "treatment-record");
    var cid = reported();
    var export = exports().isCreated();
    assertThat(export.json().at("/exported").asInt()).isEqualTo(2);
    assertThat(export.json().at("/leftOut/suppressed").asBoolean()).isTrue();
    assertThat(export.json().at("/leftOut").has("clients")).isFalse();

    var file = file(officer, export).isOk();
    assertThat(file.header("Cache-Control")).contains("no-store");
    assertThat(file.text()).doesNotContain("Brook", "1990-05-17", "555-0100", cid.toString());
    assertThat(ids(file)).hasSize(2);
    var anas = item(file, ana);
    assertThat(anas.at("/package/treatment-record/parts/0/sections/A/a-site").asString())
        .isEqualTo("downtown");
    assertThat(anas.at("/package/demographics/month").asString()).isEqualTo("05/1990");
    assertThat(anas.at("/notice/shortText").asString()).contains("use or disclosure");
    assertThat(anas.at("/scope/recipient").asString()).isEqualTo("samhsa");
    assertThat(anas.at("/redisclosure").asString()).isEqualTo("consent-only");
    assertThat(item(file, ben).at("/package").propertyNames())
        .as("what the consent does not cover stays")
        .containsExactly("treatment-record");

    var row = ledger(ana).getFirst();
    assertThat(row.at("/id").asString()).isEqualTo(anas.at("/id").asString());
    assertThat(row.at("/outcome").asString()).isEqualTo("released");
    assertThat(row.at("/basis").asString()).isEqualTo(consent.toString());
    assertThat(row.at("/recipient").asString()).isEqualTo("samhsa");
    assertThat(row.at("/purpose").asString()).isEqualTo("HOPERAT");
    assertThat(row.at("/transport").asString()).isEqualTo("file");
    assertThat(row.at("/matter").asString()).isEqualTo("grant-report");
    assertThat(row.at("/matterId").asString()).isEqualTo(export.id().toString());
    assertThat(ledger(cid)).hasSize(1);
    assertThat(ledger(cid).getFirst().at("/code").asString()).isEqualTo("consent-missing");
    assertThat(
            officer
                .get("/api/disclosures/lists/accounting?clientId=" + ana)
                .send()
                .isOk()
                .at("/disclosures/0/basis"))
        .isEqualTo("consent " + consent);
  }

  @Test
  @Proves("REP-3")
  void whoAsksAgainGetsTheSameDisclosures() {
    var client = reported();
    consents(client, "treatment-record");
    var first = exports("once").isCreated();
    assertThat(exports("once").isCreated().id()).isEqualTo(first.id());
    var ids = ids(file(officer, first).isOk());
    assertThat(ids(file(as(AGENCY_ADMIN), first).isOk())).isEqualTo(ids);
    assertThat(ledger(client)).hasSize(1);
    var second = exports().isCreated();
    assertThat(ids(file(officer, second).isOk())).hasSize(1).doesNotContainAnyElementsOf(ids);
  }

  @Test
  @Proves({"REP-3", "P2-CON-1"})
  void whoRevokesIsInNoFileFromThenOn() {
    var stays = reported();
    consents(stays, "treatment-record");
    var leaves = reported();
    var consent = consents(leaves, "treatment-record");
    var first = exports().isCreated();
    assertThat(ids(file(officer, first).isOk())).hasSize(2);
    sam.post("/api/consents/{id}/revocation", consent).body(Map.of("act", act())).send().isOk();

    var second = exports().isCreated();
    assertThat(second.json().at("/exported").asInt()).isEqualTo(1);
    assertThat(file(officer, second).isOk().text()).doesNotContain(leaves.toString());
    for (int i = 0; i < 2; i++) {
      assertThat(file(officer, first).isOk().text())
          .as("nor in the file that was made before")
          .contains(stays.toString())
          .doesNotContain(leaves.toString());
    }
    assertThat(ledger(leaves))
        .extracting(row -> row.at("/outcome").asString() + " " + row.at("/code").asString(""))
        .containsExactly("released ", "denied consent-revoked", "denied consent-revoked");
    var again = officer.get(EXPORTS + "/{id}", first.id()).send().isOk();
    assertThat(again.json().at("/exported").asInt()).isEqualTo(1);
  }

  @Test
  @Proves("REP-3")
  void whatWasRefusedOrCorrectedSinceIsInNoExportOfTheDaysBefore() {
    var client = service.registers(sam, "Ana");
    consents(client, "treatment-record");
    var of = new OfOneClient(sam, client, today);
    var before = today.minusDays(2);
    var enrollment = of.enrols(before).isCreated();
    var own =
        with(
            with(of.part("baseline", "c", "completed"), "on", before.toString()),
            "sections",
            Map.of("SELF", Map.of("self-report", "mine")));
    of.reports(enrollment, own).isCreated();
    of.reports(enrollment, with(of.part("baseline", "a", "completed"), "on", before.toString()))
        .isCreated();
    var made = export(before, before);
    assertThat(file(officer, made).isOk().text()).contains("mine", "downtown");

    clock.advance(Duration.ofMinutes(1));
    of.reports(enrollment, of.part("baseline", "c", "refused")).isCreated();
    file(officer, made).isProblem(409, "grant-export-empty");
    assertThat(
            officer.get(EXPORTS + "/{id}", made.id()).send().isOk().json().at("/exported").asInt())
        .isZero();
    assertThat(file(officer, export(before, before)).isOk().text())
        .contains("downtown")
        .doesNotContain("mine", "self-report", "refused");

    of.isMistaken(enrollment).isOk();
    file(officer, export(before, today)).isProblem(409, "grant-export-empty");
  }

  @Test
  @Proves("REP-3")
  void aMonthOfBirthThatWasPutRightSinceIsInNoFile() {
    var client = reported();
    consents(client, "treatment-record", "demographics");
    var other = reported();
    consents(other, "treatment-record");
    var made = exports().isCreated();
    assertThat(file(officer, made).isOk().text()).contains("05/1990");
    for (var one : List.of(client, other)) {
      wasBorn(one, "1991-06-17");
    }
    assertThat(file(officer, made).isOk().text())
        .as("the month of the other was not told")
        .contains(other.toString())
        .doesNotContain("05/1990", client.toString());
    assertThat(file(officer, exports().isCreated()).isOk().text()).contains("06/1991");
  }

  private void wasBorn(UUID client, String on) {
    sam.put("/api/clients/" + client + "/identity")
        .body(Map.of("dateOfBirth", on, "act", actNow()))
        .ifMatch(sam.get("/api/clients/{id}", client).send().isOk())
        .send()
        .isOk();
  }

  @Test
  @Proves("REP-3")
  void whatWasRefusedBeforeTheExportByItsClockAndStandsSinceIsInNoFile() {
    var client = service.registers(sam, "Ana");
    consents(client, "treatment-record");
    var of = new OfOneClient(sam, client, today);
    var enrollment = of.enrols(today).isCreated();
    var own =
        with(
            of.part("baseline", "c", "completed"),
            "sections",
            Map.of("SELF", Map.of("self-report", "mine")));
    of.reports(enrollment, own).isCreated();
    clock.advance(Duration.ofMinutes(2));
    var made = exports().isCreated();
    of.ends(enrollment, today).isOk();
    assertThat(file(officer, made).isOk().text())
        .as("that their time in the grant ends later takes no word back")
        .contains("mine");
    clock.advance(Duration.ofMinutes(-1));
    of.reports(enrollment, of.part("baseline", "c", "refused")).isCreated();
    clock.advance(Duration.ofMinutes(1));
    file(officer, made).isProblem(409, "grant-export-empty");
  }

  private Answer export(LocalDate from, LocalDate until) {
    return officer
        .post(EXPORTS)
        .body(period(ReportedToFunder.GRANT, from, until))
        .send()
        .isCreated();
  }

  @Test
  void withoutAnyRowThereIsNoFileAndAfterThreeDaysThereIsNone() {
    reported();
    var empty = exports().isCreated();
    file(officer, empty).isProblem(409, "grant-export-empty");
    var client = reported();
    consents(client, "treatment-record");
    var export = exports().isCreated();
    clock.advance(Duration.ofDays(3).minusMinutes(1));
    file(officer, export).isOk();
    clock.advance(Duration.ofMinutes(1));
    file(officer, export).isProblem(410, "grant-export-ended");
  }

  @Test
  @Proves("ANA-1")
  void elevenWithoutConsentAreCountedAndTenAreNot() {
    for (int i = 0; i < 9; i++) {
      reported();
    }
    var surviving = reported();
    var merged = reported();
    as(SUPERVISOR)
        .post("/api/clients/{id}/merge", merged)
        .body(Map.of("into", surviving))
        .send()
        .isCreated();
    assertThat(exports().isCreated().json().at("/leftOut/suppressed").asBoolean())
        .as("ten people with eleven records")
        .isTrue();
    reported();
    var export = exports().isCreated();
    assertThat(export.json().at("/leftOut/suppressed").asBoolean()).isFalse();
    assertThat(export.json().at("/leftOut/clients").asInt()).isEqualTo(11);
  }

  @Test
  void itIsThePrivacyOfficersAndTheAdministratorsOfThatAgency() {
    consents(reported(), "treatment-record");
    var export = exports().isCreated();
    for (var role : List.of(PEER_SPECIALIST, SUPERVISOR)) {
      file(as(role), export).isProblem(403, "role-not-allowed");
    }
    var another = service.privacyOfficerOf("harborlight");
    file(another, export).isNotFound();
    another.get(EXPORTS + "/{id}", export.id()).send().isNotFound();
    officer
        .post(EXPORTS)
        .body(period("my-uncle", today, today))
        .send()
        .isProblem(422, "grant-unknown");
    officer
        .post(EXPORTS)
        .body(period(ReportedToFunder.GRANT, today, today.minusDays(1)))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/until", "before-start");
  }

  private Api as(Role role) {
    return api.as(tokens.person(role.code() + " of " + agency).of(agency).as(role));
  }

  /** A client of whom something was reported today. */
  private UUID reported() {
    var client = service.registers(sam, "Ana");
    ReportedToFunder.baseline(sam, client, today);
    return client;
  }

  private UUID consents(UUID client, String... categories) {
    var form = consentOf(client, "Ana");
    form.put("disclosers", List.of(agency));
    form.put("recipients", Map.of("named", List.of("samhsa")));
    form.put("purposes", List.of("HOPERAT"));
    form.put("categories", List.of(categories));
    var draft = sam.post("/api/consents").body(form).send().isCreated();
    return sam.post("/api/consents/{id}/signature", draft.id())
        .body(Map.of("signer", "client", "act", onPaper()))
        .ifMatch(draft)
        .send()
        .isOk()
        .id();
  }

  private Answer exports() {
    return exports(UUID.randomUUID().toString());
  }

  private Answer exports(String key) {
    return officer.post(EXPORTS).key(key).body(period(ReportedToFunder.GRANT, today, today)).send();
  }

  private static Map<String, Object> period(String grant, LocalDate from, LocalDate until) {
    return Map.of("grant", grant, "from", from.toString(), "until", until.toString());
  }

  private static Answer file(Api who, Answer export) {
    return who.get(EXPORTS + "/{id}/file", export.id()).send();
  }

  private static List<String> ids(Answer file) {
    return file.json().at("/items").valueStream().map(item -> item.at("/id").asString()).toList();
  }

  private static JsonNode item(Answer file, UUID client) {
    return file.json()
        .at("/items")
        .valueStream()
        .filter(
            item ->
                item.at("/package/treatment-record/participant")
                    .asString()
                    .equals(client.toString()))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> ledger(UUID client) {
    return officer
        .get("/api/disclosures?clientId=" + client)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .toList();
  }
}
