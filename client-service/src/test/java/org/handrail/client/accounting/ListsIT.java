package org.handrail.client.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.Forms.referral;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** A client learns who was told what, in time and in the form that they can use. */
@HandrailIT
class ListsIT {
  private final ClientService service;
  private final SettableClock clock;

  ListsIT(Api api, TokenIssuer tokens, SettableClock clock) {
    service = new ClientService(api, tokens);
    this.clock = clock;
  }

  private static String list(String kind, UUID client) {
    return "/api/disclosures/lists/" + kind + "?clientId=" + client;
  }

  private void consentsThroughTheCoalition(UUID client) {
    var form = consentOf(client, "Ana");
    form.put("recipients", Map.of("intermediary", "coalition", "members", List.of("harborlight")));
    form.put("disclosers", List.of("riverbend"));
    service.signs(service.drafts(form)).isOk();
  }

  @Test
  @Proves("P2-ACC-1")
  void anAccountingTellsWhoWasToldWhatAndWhyAndWhatWasRefused() {
    var client = service.anaWithHerSignIn();
    service.asksTheDoor(referral(client, UUID.randomUUID(), "sending-1")).isOk();
    var consent = service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    var list = service.ana().get(list("accounting", client)).send().isOk();
    assertThat(list.at("/citation")).isEqualTo("42 CFR 2.25");
    assertThat(list.json().at("/disclosures").size()).isEqualTo(1);
    assertThat(list.at("/disclosures/0/recipient")).isEqualTo("Harborlight Treatment Center");
    assertThat(list.at("/disclosures/0/description")).isEqualTo("contact, referral");
    assertThat(list.at("/disclosures/0/purpose")).isEqualTo("treatment");
    assertThat(list.at("/disclosures/0/basis")).isEqualTo("consent " + consent);
    assertThat(Instant.parse(list.at("/disclosures/0/date"))).isBeforeOrEqualTo(Instant.now());
    assertThat(list.json().at("/attempts").size()).isEqualTo(1);
    assertThat(list.at("/attempts/0/code")).isEqualTo("consent-missing");
    assertThat(list.header("Cache-Control")).contains("no-store");
  }

  @Test
  @Proves("P2-INT-1")
  void theIntermediarysListHoldsWhatWentThroughItAndNothingElse() {
    var client = service.registers("Ana");
    var named = consentOf(client, "Ana");
    named.put("recipients", Map.of("named", List.of("mercy-hospital")));
    named.put("disclosers", List.of("riverbend"));
    service.signs(service.drafts(named)).isOk();
    var toTheHospital = referral(client, UUID.randomUUID(), "sending-1");
    toTheHospital.put("recipient", "mercy-hospital");
    service.asksTheDoor(toTheHospital).isOk();
    consentsThroughTheCoalition(client);
    service.discloses(client, UUID.randomUUID());
    var priya = service.priyaThePrivacyOfficer();
    assertThat(priya.get(list("accounting", client)).send().isOk().json().at("/disclosures"))
        .hasSize(2);
    var list = priya.get(list("intermediary-list", client)).send().isOk();
    assertThat(list.at("/citation")).isEqualTo("42 CFR 2.24");
    assertThat(list.json().at("/disclosures")).hasSize(1);
    assertThat(list.at("/disclosures/0/through")).isEqualTo("Regional Recovery Coalition");
    assertThat(list.at("/disclosures/0/recipient")).isEqualTo("Harborlight Treatment Center");
    assertThat(list.at("/disclosures/0/description")).isEqualTo("contact, referral");
    assertThat(Instant.parse(list.at("/disclosures/0/date"))).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  @Proves("P2-ACC-1")
  void itComesForASpreadsheetAndOnPaperToo() throws IOException {
    var client = service.anaWithHerSignIn();
    var consent = service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    var csv = service.ana().get(list("accounting", client) + "&format=csv").send().isOk();
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition")).startsWith("attachment");
    assertThat(csv.text())
        .startsWith("outcome,date,discloser,recipient,address,through,description,purpose,basis")
        .contains("Harborlight Treatment Center,,,\"contact, referral\",treatment,consent ");
    var accepted =
        service.ana().get(list("accounting", client)).header("Accept", "text/csv").send().isOk();
    assertThat(accepted.text()).isEqualTo(csv.text());
    service
        .ana()
        .get(list("accounting", client))
        .header("Accept", "image/png")
        .send()
        .isProblem(406, "not-acceptable");
    var liked =
        service
            .ana()
            .get(list("accounting", client))
            .header("Accept", "text/csv;q=0.2, application/json;q=0.9")
            .send()
            .isOk();
    assertThat(liked.header("Content-Type")).startsWith("application/json");
    for (var refused :
        List.of(
            "text/csv;q=0",
            "text/csv;q=0, application/json;q=0",
            "application/*;q=0",
            "*/*;q=0",
            "text/csv;q=0, text/*;q=0.5")) {
      service
          .ana()
          .get(list("accounting", client))
          .header("Accept", refused)
          .send()
          .isProblem(406, "not-acceptable");
    }
    for (var wanted :
        Map.of(
                "text/csv;q=0, */*;q=0.1", "application/json",
                "application/json;q=0, */*", "text/csv",
                "*/*;q=0, text/csv", "text/csv",
                "application/*;q=0, application/pdf", "application/pdf")
            .entrySet()) {
      var got =
          service
              .ana()
              .get(list("accounting", client))
              .header("Accept", wanted.getKey())
              .send()
              .isOk();
      assertThat(got.header("Content-Type")).startsWith(wanted.getValue());
    }
    var pdf =
        service
            .ana()
            .get(list("accounting", client))
            .header("Accept", "application/pdf")
            .send()
            .isOk();
    assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
    try (var document = Loader.loadPDF(pdf.bytes())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Accounting of disclosures, 42 CFR 2.25")
          .contains("Riverbend Peer Center to Harborlight Treatment Center")
          .contains("why: treatment, on the basis of: consent of November 1, 2026, 5:00 AM")
          .contains("1 / 1")
          .doesNotContain("Ana", "Brook", consent.toString())
          .doesNotContainPattern("[0-9]T[0-9]");
    }
  }

  @Test
  @Proves("P2-ACC-1")
  void onPaperItSpeaksTheClientsLanguage() throws IOException {
    var client =
        service
            .maya()
            .post("/api/clients")
            .body(
                Map.of(
                    "nameToUse",
                    "Ana",
                    "legalName",
                    "Ana Brook",
                    "languages",
                    List.of("es-MX"),
                    "anotherPerson",
                    true))
            .send()
            .isCreated()
            .id();
    service.asksTheDoor(referral(client, UUID.randomUUID(), "sending-1")).isOk();
    service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    var pdf = service.maya().get(list("accounting", client) + "&format=pdf").send().isOk();
    try (var document = Loader.loadPDF(pdf.bytes())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Relación de divulgaciones, 42 CFR 2.25")
          .contains("Riverbend Peer Center a Harborlight Treatment Center")
          .contains("qué: datos de contacto, derivación")
          .contains("para qué: tratamiento; con base en: consentimiento del 1 de noviembre de 2026")
          .contains("no se dijo a Harborlight Treatment Center (no hay consentimiento)")
          .doesNotContain("consent of", "?");
    }
  }

  @Test
  @Proves("P2-ACC-1")
  void itReachesBackThreeYearsAtMost() {
    var client = service.anaWithHerSignIn();
    service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    service
        .ana()
        .get(list("accounting", client) + "&from=2020-01-01T00:00:00Z")
        .send()
        .isProblem(400, "invalid")
        .hasFaultOf("from", "too-long-ago");
    var shorter =
        service.ana().get(list("accounting", client) + "&until=2026-01-01T00:00:00Z").send().isOk();
    assertThat(shorter.json().at("/disclosures").size()).isZero();
    clock.advance(Duration.ofDays(3 * 365 + 30));
    assertThat(
            service
                .ana()
                .get(list("accounting", client))
                .send()
                .isOk()
                .json()
                .at("/disclosures")
                .size())
        .isZero();
  }

  @Test
  @Proves({"P2-ACC-1", "P2-INT-1"})
  void itHoldsAllOfThreeYears() {
    var client = service.anaWithHerSignIn();
    consentsThroughTheCoalition(client);
    service.discloses(client, UUID.randomUUID());
    clock.advance(Duration.ofDays(3 * 365 - 1));
    var priya = service.priyaThePrivacyOfficer();
    for (var kind : List.of("accounting", "intermediary-list")) {
      assertThat(priya.get(list(kind, client)).send().isOk().json().at("/disclosures").size())
          .as(kind)
          .isEqualTo(1);
    }
  }

  @Test
  @Proves({"P2-ACC-1", "P2-INT-1"})
  void theThreeYearsEndWhenTheClientAskedHoweverLongItTakes() {
    var client = service.registers("Ana");
    consentsThroughTheCoalition(client);
    service.discloses(client, UUID.randomUUID());
    clock.advance(Duration.ofDays(3 * 365 - 1));
    for (var kind : List.of("accounting", "intermediary-list")) {
      var request = asks(client, kind);
      clock.advance(Duration.ofDays(29));
      var priya = service.priyaThePrivacyOfficer();
      assertThat(priya.get(list(kind, client)).send().isOk().json().at("/disclosures").size())
          .as(kind)
          .isZero();
      var answering = list(kind, client) + "&requestId=" + request;
      assertThat(priya.get(answering).send().isOk().json().at("/disclosures").size())
          .as(kind)
          .isEqualTo(1);
      priya
          .get(answering + "&from=2020-01-01T00:00:00Z")
          .send()
          .isProblem(400, "invalid")
          .hasFaultOf("from", "too-long-ago");
      clock.advance(Duration.ofDays(-29));
    }
  }

  @Test
  void aRequestAnswersForItsClientAndItsKindAlone() {
    var client = service.registers("Ana");
    var request = asks(client, "accounting");
    var another = service.registers("Bo");
    var priya = service.priyaThePrivacyOfficer();
    priya.get(list("accounting", another) + "&requestId=" + request).send().isNotFound();
    priya.get(list("intermediary-list", client) + "&requestId=" + request).send().isNotFound();
    priya.get(list("accounting", client) + "&requestId=" + UUID.randomUUID()).send().isNotFound();
  }

  private UUID asks(UUID client, String kind) {
    return service
        .maya()
        .post("/api/disclosures/list-requests")
        .body(Map.of("clientId", client, "kind", kind, "act", ClientService.act(clock.instant())))
        .send()
        .isCreated()
        .id();
  }

  @Test
  void aTimeThatIsNoneIsToldAsWhatItIs() {
    var client = service.anaWithHerSignIn();
    var address = list("accounting", client);
    var ana = service.ana();
    ana.get(address + "&from=2026-11-02T00:00:00Z&until=2026-11-01T00:00:00Z")
        .send()
        .isProblem(400, "invalid")
        .hasFaultOf("from", "not-before-until");
    ana.get(address + "&from=2199-01-01T00:00:00Z")
        .send()
        .isProblem(400, "invalid")
        .hasFaultOf("from", "in-future");
    ana.get(address + "&until=2199-01-01T00:00:00Z")
        .send()
        .isProblem(400, "invalid")
        .hasFaultOf("until", "in-future");
    ana.post("/api/disclosures/list-requests")
        .body(
            Map.of(
                "clientId",
                client,
                "kind",
                "accounting",
                "from",
                "2020-01-01T00:00:00Z",
                "act",
                ClientService.ownAct()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/from", "too-long-ago");
  }

  @Test
  void itIsForTheClientThoseAtTheirSideAndThePrivacyOfficer() {
    var client = service.anaWithHerSignIn();
    service.paul().get(list("accounting", client)).send().isNotFound();
    service.carl().get(list("accounting", client)).send().isNotFound();
    service.maya().get(list("accounting", client)).send().isOk();
    service.priyaThePrivacyOfficer().get(list("accounting", client)).send().isOk();
  }
}
