package org.handrail.client.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be told an authority without consent, and what may not. */
@HandrailIT
class ReportsIT {
  private static final String REPORTS = "/api/disclosures/reports";

  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;

  ReportsIT(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
  }

  private static Map<String, Object> report(UUID client, String recipient, Map<String, ?> told) {
    var report = new HashMap<String, Object>();
    report.put("clientId", client);
    report.put("recipient", recipient);
    report.put("reference", "R-" + UUID.randomUUID());
    report.put("madeAt", Instant.now().minusSeconds(60).toString());
    report.put("reporter", "Maya Reyes");
    report.put("told", told);
    return report;
  }

  private static Map<String, Object> childAbuse(UUID client) {
    return report(
        client,
        "child-protection",
        Map.of("concern", "Bruises on both arms", "child", "A boy of about six, Leo"));
  }

  private Answer reports(String kind, Map<String, Object> report) {
    return service.maya().post(REPORTS + "/" + kind).body(report).send();
  }

  @Test
  @Proves("P2-RPT-1")
  void theInitialReportOfChildAbuseIsMadeAndKeptWithItsBasis() {
    var client = service.anaWithHerSignIn();
    var made = reports("child-abuse", childAbuse(client)).isCreated();
    assertThat(made.at("/reporter")).isEqualTo("Maya Reyes");
    assertThat(made.at("/reference")).startsWith("R-");
    var told = service.maya().get("/api/disclosures/{id}", made.at("/disclosureId")).send().isOk();
    assertThat(told.json().at("/package/child-abuse-report").propertyNames())
        .containsExactlyInAnyOrder("concern", "child");
    var row = service.priyaThePrivacyOfficer().get("/api/disclosures?clientId=" + client).send();
    assertThat(row.at("/items/0/basis")).isEqualTo("42 CFR 2.12(c)(6)");
    assertThat(row.at("/items/0/recipient")).isEqualTo("child-protection");
    assertThat(Attentions.about(made.id(), 1)).containsExactly("report-made privacy_officer");
  }

  @Test
  @Proves("P2-RPT-1")
  void theClientIsNotToldByTheSystem() {
    var client = service.anaWithHerSignIn();
    var made = reports("child-abuse", childAbuse(client)).isCreated();
    var ana = service.ana();
    assertThat(ana.get("/api/disclosures?clientId=" + client).send().isOk().json().at("/items"))
        .isEmpty();
    ana.get("/api/disclosures/{id}", made.at("/disclosureId")).send().isNotFound();
    assertThat(
            ana.get("/api/disclosures/lists/accounting?clientId=" + client)
                .send()
                .isOk()
                .json()
                .at("/disclosures"))
        .isEmpty();
    assertThat(ana.get("/api/clients/{id}/access-log?limit=200", client).send().isOk().text())
        .as("nor by who looked")
        .doesNotContain("report");
    ana.get(REPORTS + "?clientId=" + client).send().isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("P2-RPT-1")
  void whoIsAtNobodysSideReportsNobody() {
    var ines = api.as(tokens.person("ines").of("riverbend").as(INTAKE_COORDINATOR));
    var report = childAbuse(service.registers("Ana"));
    ines.post(REPORTS + "/child-abuse").body(report).send().isProblem(403, "role-not-allowed");
    var made = reports("child-abuse", report).isCreated().id();
    ines.get(REPORTS + "/{id}", made).send().isProblem(403, "role-not-allowed");
    ines.get(REPORTS + "?clientId=" + report.get("clientId"))
        .send()
        .isProblem(403, "role-not-allowed");
  }

  @ParameterizedTest
  @EnumSource(names = {"PEER_SPECIALIST", "SUPERVISOR", "PRIVACY_OFFICER"})
  @Proves("P2-RPT-1")
  void aColleagueWhoIsTheClientIsNotToldEither(Role role) {
    var name = "colleague " + UUID.randomUUID();
    var client = service.registers("Ana");
    api.as(tokens.person(name).of("riverbend").as(CLIENT)).get("/api/clients").send().isOk();
    service
        .maya()
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", TokenIssuer.subject(name), "relation", "self"))
        .send()
        .isCreated();
    api.as(tokens.person(name).of("riverbend").as(role)).get("/api/clients").send();
    var report = childAbuse(client);
    var made = reports("child-abuse", report).isCreated();
    var later = reports("child-abuse", childAbuse(service.registers("Bo"))).isCreated();
    Attentions.asked("report-made", later.id());
    assertThat(Attentions.isAsked("report-made", made.id()))
        .as("asked of a role that the client may have")
        .isFalse();
    var colleague = api.as(tokens.person(name).of("riverbend").as(role, CLIENT));
    colleague.get(REPORTS + "?clientId=" + client).send().isNotFound();
    colleague.get(REPORTS + "/{id}", made.id()).send().isNotFound();
    colleague.get("/api/disclosures/{id}", made.at("/disclosureId")).send().isNotFound();
    if (role != PRIVACY_OFFICER) {
      colleague.post(REPORTS + "/child-abuse").body(report).send().isNotFound();
    }
  }

  @Test
  @Proves("P2-RPT-1")
  void aSupervisorWhoIsTheClientByAnotherRecordIsNotToldEither() {
    var name = "colleague " + UUID.randomUUID();
    var own = service.registers("Ana");
    var surviving = service.registers("Ana");
    api.as(tokens.person(name).of("riverbend").as(CLIENT)).get("/api/clients").send().isOk();
    service
        .maya()
        .post("/api/clients/{id}/assignments", own)
        .body(Map.of("subject", TokenIssuer.subject(name), "relation", "self"))
        .send()
        .isCreated();
    var ofOwn = reports("child-abuse", childAbuse(own)).isCreated();
    service.merges(own, surviving).isCreated();
    var report = childAbuse(surviving);
    var made = reports("child-abuse", report).isCreated();
    service.maya().get(REPORTS + "?clientId=" + surviving).send().isOk();

    var colleague = api.as(tokens.person(name).of("riverbend").as(Role.SUPERVISOR, CLIENT));
    colleague.get(REPORTS + "?clientId=" + surviving).send().isNotFound();
    colleague.get(REPORTS + "/{id}", made.id()).send().isNotFound();
    colleague.post(REPORTS + "/child-abuse").body(report).send().isNotFound();
    for (var disclosure : List.of(made, ofOwn)) {
      colleague.get("/api/disclosures/{id}", disclosure.at("/disclosureId")).send().isNotFound();
    }
    for (var list : List.of("?clientId=", "/lists/accounting?clientId=")) {
      assertThat(colleague.get("/api/disclosures" + list + surviving).send().isOk().text())
          .doesNotContain(made.at("/disclosureId"), ofOwn.at("/disclosureId"));
    }
    assertThat(
            colleague.get("/api/clients/{id}/access-log?limit=200", surviving).send().isOk().text())
        .as("nor by who looked")
        .doesNotContain("report");
  }

  @Test
  @Proves("P2-RPT-1")
  void nothingFollowsTheInitialReportAndNothingElseIsInIt() {
    var client = service.registers("Ana");
    var report = childAbuse(client);
    reports("child-abuse", report).isCreated();
    reports("child-abuse", report).isProblem(409, "report-initial-only");
    for (var same : List.of("%s", " %s ")) {
      var again = childAbuse(client);
      again.put("reference", same.formatted(report.get("reference")).toLowerCase(Locale.ROOT));
      reports("child-abuse", again).isProblem(409, "report-initial-only");
    }
    var more = childAbuse(client);
    more.put("told", Map.of("concern", "x", "child", "y", "treatment", "methadone since May"));
    reports("child-abuse", more)
        .isProblem(400, "invalid")
        .hasFault("/told/treatment", "unknown-field");
    var police = childAbuse(client);
    police.put("recipient", "county-sheriff");
    reports("child-abuse", police)
        .isProblem(400, "invalid")
        .hasFault("/recipient", "not-an-authority");
    var tomorrow = childAbuse(client);
    tomorrow.put("madeAt", Instant.now().plusSeconds(86400).toString());
    reports("child-abuse", tomorrow).isProblem(400, "invalid").hasFault("/madeAt", "in-future");
  }

  @Test
  @Proves({"P2-LOG-1", "P2-APP-2"})
  void oneIncidentIsReportedOfEachClientOnceAndTellsNobodyOfTheOthers() {
    var told = Map.of("circumstances", "A window was broken");
    var ofOne = report(service.registers("Ana"), "county-sheriff", told);
    var paul = service.paul();
    var pauls = service.registers(paul, "Bo");
    var ofOther = report(pauls, "county-sheriff", told);
    ofOther.put("reference", ofOne.get("reference"));
    reports("crimes", ofOne).isCreated();
    var made = paul.post(REPORTS + "/crimes").body(ofOther).send().isCreated();
    var ledger = paul.get("/api/disclosures?clientId=" + pauls).send().isOk();
    assertThat(ledger.at("/items/0/id")).isEqualTo(made.at("/disclosureId"));
    paul.post(REPORTS + "/crimes").body(ofOther).send().isProblem(409, "report-initial-only");
  }

  @Test
  @Proves("P2-RPT-1")
  void forAdultsThereIsNoExceptionAndWhatIsPossibleIsSaid() {
    for (var kind : new String[] {"elder-abuse", "vulnerable-adult-abuse", "duty-to-warn"}) {
      var refused =
          service
              .maya()
              .post(REPORTS + "/others")
              .body(Map.of("kind", kind))
              .send()
              .isProblem(422, "report-no-exception");
      assertThat(refused.json().at("/possible").toString())
          .isEqualTo("[\"consent\",\"anonymous-report\",\"medical-emergency\",\"court-order\"]");
    }
  }

  @Test
  @Proves("P2-CRM-1")
  void ofACrimeOnThePremisesOnlyWhatTheLawNamesIsTold() {
    var client = service.registers("Ana");
    var crime =
        report(
            client,
            "county-sheriff",
            Map.of(
                "circumstances", "A window of the office was broken",
                "status", "client",
                "name", "Ana Brook",
                "address", "12 Mill Road",
                "lastWhereabouts", "Walking towards the bridge"));
    var made = reports("crimes", crime).isCreated();
    var told = service.maya().get("/api/disclosures/{id}", made.at("/disclosureId")).send().isOk();
    assertThat(told.json().at("/package/crime-report").propertyNames())
        .containsExactlyInAnyOrder("circumstances", "status", "name", "address", "lastWhereabouts");
    var row = service.maya().get("/api/disclosures?clientId=" + client).send();
    assertThat(row.at("/items/0/basis")).isEqualTo("42 CFR 2.12(c)(5)");
    for (var field : new String[] {"dateOfBirth", "plan", "employer"}) {
      var more = report(client, "county-sheriff", Map.of("circumstances", "x", field, "something"));
      reports("crimes", more).isProblem(400, "invalid").hasFault("/told/" + field, "unknown-field");
    }
    reports(
            "crimes",
            report(client, "county-sheriff", Map.of("circumstances", "x", "medications", "y")))
        .isProblem(422, "out-of-scope")
        .hasFault("/told/medications", "medication");
    reports("crimes", report(client, "mercy-hospital", Map.of("circumstances", "x")))
        .isProblem(400, "invalid")
        .hasFault("/recipient", "not-an-authority");
  }

  @Test
  @Proves("P2-APP-2")
  void aStrangersClientIsNobody() {
    var client = service.registers("Ana");
    var made = reports("child-abuse", childAbuse(client)).isCreated();
    for (var stranger : new Api[] {service.paul(), service.carl()}) {
      stranger.post(REPORTS + "/child-abuse").body(childAbuse(client)).send().isNotFound();
      stranger.get(REPORTS + "/{id}", made.id()).send().isNotFound();
      stranger.get(REPORTS + "?clientId=" + client).send().isNotFound();
    }
  }
}
