package org.handrail.client.accounting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.consentOf;
import static org.handrail.client.ClientService.referral;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.handrail.client.AskedAttention;
import org.handrail.client.ClientService;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client learns who was told what, in time and in the form that they can use. */
@HandrailIT
class ListsIT {
  private static final String REQUESTS = "/api/disclosures/list-requests";

  private final ClientService service;
  private final SettableClock clock;
  private final Sweeping sweeping;

  ListsIT(Api api, TokenIssuer tokens, SettableClock clock, Sweeping sweeping) {
    service = new ClientService(api, tokens);
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @AfterEach
  void letTheClockGo() {
    clock.reset();
  }

  private UUID anaWithHerSignIn() {
    var client = service.registers("Ana");
    service
        .maya()
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", TokenIssuer.subject("ana"), "relation", "self"))
        .send()
        .isCreated();
    return client;
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
    var client = anaWithHerSignIn();
    service.asksTheDoor(referral(client, UUID.randomUUID(), "sending-1")).isOk();
    var consent = service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    var list = service.ana().get(list("accounting", client)).send().isOk();
    assertThat(list.at("/citation")).isEqualTo("42 CFR 2.25");
    assertThat(list.json().at("/disclosures").size()).isEqualTo(1);
    assertThat(list.at("/disclosures/0/recipient")).isEqualTo("Harborlight Treatment");
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
    var client = anaWithHerSignIn();
    service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    assertThat(
            service
                .ana()
                .get(list("intermediary-list", client))
                .send()
                .isOk()
                .json()
                .at("/disclosures")
                .size())
        .isZero();
    var other = anotherClientOfMaya();
    consentsThroughTheCoalition(other);
    service.discloses(other, UUID.randomUUID());
    var list = service.priyaThePrivacyOfficer().get(list("intermediary-list", other)).send().isOk();
    assertThat(list.at("/disclosures/0/through")).isEqualTo("Regional Recovery Coalition");
    assertThat(list.at("/disclosures/0/recipient")).isEqualTo("Harborlight Treatment");
    assertThat(list.at("/citation")).isEqualTo("42 CFR 2.24");
  }

  private UUID anotherClientOfMaya() {
    return service.registers("Ana");
  }

  @Test
  @Proves("P2-ACC-1")
  void itComesForASpreadsheetAndOnPaperToo() throws IOException {
    var client = anaWithHerSignIn();
    service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    var csv = service.ana().get(list("accounting", client) + "&format=csv").send().isOk();
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition")).startsWith("attachment");
    assertThat(csv.text())
        .startsWith("outcome,date,discloser,recipient,address,through,description,purpose,basis")
        .contains("Harborlight Treatment,,,\"contact, referral\",treatment,consent ");
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
          .contains("Riverbend Peer Center to Harborlight Treatment")
          .contains("why: treatment, on the basis of: consent")
          .doesNotContain("Ana", "Brook");
    }
  }

  @Test
  @Proves("P2-ACC-1")
  void itReachesBackThreeYearsAtMost() {
    var client = anaWithHerSignIn();
    service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    service
        .ana()
        .get(list("accounting", client) + "&from=2020-01-01T00:00:00Z")
        .send()
        .isProblem(400, "invalid");
    var shorter =
        service.ana().get(list("accounting", client) + "&until=2026-01-01T00:00:00Z").send().isOk();
    assertThat(shorter.json().at("/disclosures").size()).isZero();
    clock.advance(Duration.ofDays(3 * 365 + 30));
    assertThat(
            service.ana().get(list("accounting", client)).send().json().at("/disclosures").size())
        .isZero();
  }

  @Test
  void itIsForTheClientThoseAtTheirSideAndThePrivacyOfficer() {
    var client = anaWithHerSignIn();
    service.paul().get(list("accounting", client)).send().isNotFound();
    service.carl().get(list("accounting", client)).send().isNotFound();
    service.maya().get(list("accounting", client)).send().isOk();
    service.priyaThePrivacyOfficer().get(list("accounting", client)).send().isOk();
  }

  private Answer asks(UUID client, String kind) {
    return service
        .maya()
        .post(REQUESTS)
        .body(Map.of("clientId", client, "kind", kind, "act", act()))
        .send()
        .isCreated();
  }

  private static Duration time(Answer request) {
    return Duration.between(
        Instant.parse(request.at("/requestedAt")), Instant.parse(request.at("/dueAt")));
  }

  @Test
  @Proves("P2-ACC-1")
  void anAccountingHasSixtyDaysAndThirtyMoreForAWrittenReason() {
    var client = service.registers("Ana");
    var asked = asks(client, "accounting");
    assertThat(time(asked)).isEqualTo(Duration.ofDays(60));
    var priya = service.priyaThePrivacyOfficer();
    priya
        .post(REQUESTS + "/{id}/extension", asked.id())
        .ifMatch(asked)
        .body(Map.of("reason", " "))
        .send()
        .isProblem(400, "invalid");
    var extended =
        priya
            .post(REQUESTS + "/{id}/extension", asked.id())
            .ifMatch(asked)
            .body(Map.of("reason", "The paper files of 2024 are in another town."))
            .send()
            .isOk();
    assertThat(time(extended)).isEqualTo(Duration.ofDays(90));
    priya
        .post(REQUESTS + "/{id}/extension", asked.id())
        .ifMatch(extended)
        .body(Map.of("reason", "Still there."))
        .send()
        .isProblem(409, "list-request-no-more-time");
    priya
        .post(REQUESTS + "/{id}/answer", asked.id())
        .ifMatch(asked)
        .body(Map.of("how", "mailed"))
        .send()
        .isProblem(412, "version-conflict");
    var answered =
        priya
            .post(REQUESTS + "/{id}/answer", asked.id())
            .ifMatch(extended)
            .body(Map.of("how", "mailed"))
            .send()
            .isOk();
    priya
        .post(REQUESTS + "/{id}/answer", asked.id())
        .ifMatch(answered)
        .body(Map.of("how", "mailed"))
        .send()
        .isProblem(409, "list-request-answered");
  }

  @Test
  @Proves("P2-ACC-1")
  void theFirstWithinTwelveMonthsCostsNothing() {
    var client = service.registers("Ana");
    assertThat(asks(client, "accounting").json().at("/free").asBoolean()).isTrue();
    assertThat(asks(client, "accounting").json().at("/free").asBoolean()).isFalse();
    assertThat(asks(client, "intermediary-list").json().at("/free").asBoolean()).isTrue();
    clock.advance(Duration.ofDays(367));
    assertThat(asks(client, "accounting").json().at("/free").asBoolean()).isTrue();
  }

  @Test
  @Proves("P2-INT-1")
  void anIntermediarysListIsEscalatedAfterTwentyOneDaysAndLateAfterThirty() {
    var asked = asks(service.registers("Ana"), "intermediary-list");
    assertThat(time(asked)).isEqualTo(Duration.ofDays(30));
    service
        .priyaThePrivacyOfficer()
        .post(REQUESTS + "/{id}/extension", asked.id())
        .ifMatch(asked)
        .body(Map.of("reason", "More time"))
        .send()
        .isProblem(409, "list-request-no-more-time");
    assertThat(AskedAttention.about(asked.id(), 1)).contains("list-requested privacy_officer");
    clock.advance(Duration.ofDays(21));
    sweeping.sweep();
    assertThat(AskedAttention.about(asked.id(), 3))
        .contains("list-request-escalated privacy_officer", "list-request-escalated agency_admin");
    clock.advance(Duration.ofDays(9));
    sweeping.sweep();
    assertThat(AskedAttention.about(asked.id(), 5)).contains("list-request-late privacy_officer");
    clock.reset();
    var queue =
        service.priyaThePrivacyOfficer().get(REQUESTS + "?open=true&limit=200").send().isOk();
    assertThat(queue.text()).contains(asked.at("/id"));
    service.maya().get(REQUESTS).send().isNotFound();
  }

  @Test
  @Proves("P2-ACC-1")
  void theClientAsksByThemselvesAndTheirOwnDownloadAnswersIt() {
    var client = anaWithHerSignIn();
    var body = new HashMap<String, Object>();
    body.put("clientId", client);
    body.put("kind", "accounting");
    body.put("act", Map.of("kind", "own-sign-in", "at", Instant.now().toString()));
    var asked = service.ana().post(REQUESTS).body(body).send().isCreated();
    var answered =
        service
            .ana()
            .post(REQUESTS + "/{id}/answer", asked.id())
            .ifMatch(asked)
            .body(Map.of("how", "downloaded"))
            .send()
            .isOk();
    assertThat(answered.at("/answeredHow")).isEqualTo("downloaded");
    service.paul().get(REQUESTS + "/{id}", asked.id()).send().isNotFound();
    service.carl().get(REQUESTS + "?clientId=" + client).send().isNotFound();
  }

  @Test
  void aPaperListOfManyLinesHasManyPages() throws IOException {
    var line =
        new DisclosureList.Line(
            Instant.EPOCH,
            "Riverbend",
            "Łódź Clinic",
            null,
            null,
            "contact",
            "treatment",
            "consent");
    var list =
        new DisclosureList(
            ListKind.ACCOUNTING,
            "42 CFR 2.25",
            Instant.EPOCH,
            Instant.EPOCH,
            Collections.nCopies(40, line),
            List.of());
    var bytes = PdfList.write(list);
    assertThat(new String(bytes, 0, 5, ISO_8859_1)).isEqualTo("%PDF-");
    try (var document = Loader.loadPDF(bytes)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
    }
  }
}
