package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.Forms.consentOf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.Kim;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@HandrailIT
class ConsentsIT {
  private final ClientService service;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  ConsentsIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    service = new ClientService(api, tokens);
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  void becomesActiveWhenItIsSigned() {
    var client = service.registers("Ana");
    var draft = service.drafts(consentOf(client, "Ana"));
    assertThat(draft.at("/status")).isEqualTo("draft");
    var signed = service.signs(draft).isOk();
    assertThat(signed.at("/status")).isEqualTo("active");
    assertThat(signed.at("/signature/signer")).isEqualTo("client");
    assertThat(signed.at("/signature/at")).isEqualTo("2026-11-01T10:00:00Z");
    service.signs(signed).isProblem(409, "consent-signed");
    service.signs(draft).isProblem(412, "version-conflict");
    assertThat(
            service
                .maya()
                .get("/api/consents?clientId=" + client)
                .send()
                .isOk()
                .json()
                .at("/items"))
        .hasSize(1);
  }

  @Test
  @Proves("P2-CON-1")
  void everythingThatIsMissingIsNamedAtOnce() {
    var client = service.registers("Ana");
    var draft = service.drafts(Map.of("clientId", client));
    var refused =
        service
            .maya()
            .post("/api/consents/{id}/signature", draft.id())
            .body(Map.of("act", Map.of("kind", "in-person")))
            .ifMatch(draft)
            .send()
            .isProblem(422, "consent-deficient");
    assertThat(
            refused.json().at("/errors").valueStream().map(fault -> fault.at("/code").asString()))
        .containsExactlyInAnyOrder(
            "patient-name-missing",
            "discloser-missing",
            "recipient-missing",
            "categories-missing",
            "description-missing",
            "purpose-missing",
            "revocation-statement-missing",
            "revocation-method-missing",
            "expiry-required",
            "hipaa-redisclosure-statement-missing",
            "redisclosure-risk-missing",
            "refusal-consequences-missing",
            "signature-missing",
            "signed-at-missing");
    assertThat(service.maya().get("/api/consents/{id}", draft.id()).send().isOk().at("/status"))
        .isEqualTo("draft");
  }

  @Test
  void aDraftTellsBeforeAnybodySignsWhatItsPaperLacks() {
    var client = service.registers("Ana");
    var whole = service.drafts(consentOf(client, "Ana"));
    assertThat(whole.json().has("lacking")).isFalse();
    var form = new HashMap<String, Object>(consentOf(client, "Somebody"));
    form.put("purposes", List.of("TREAT", "HPAYMT", "HOPERAT"));
    form.remove("statements");
    form.put("expires", Map.of("at", "2025-01-01T00:00:00Z"));
    assertThat(lacking(form))
        .containsExactlyInAnyOrder(
            "/patientName",
            "/expires",
            "/statements/hipaaRedisclosure",
            "/statements/redisclosureRisk",
            "/statements/refusalConsequences");
    assertThat(service.signs(whole).isOk().json().has("lacking")).isFalse();
  }

  @Test
  @Proves("P2-CON-1")
  void whatIsNoWordNamesNobodyAndSaysNothing() {
    // A sign, beside a letter that nobody can see; and a letter that is a line.
    for (var line : List.of("***", "-\u115f", "***\u3164", "*\uffa0", "\u0640\u0640")) {
      saysNothing(line);
    }
  }

  private void saysNothing(String line) {
    var form = new HashMap<String, Object>(consentOf(service.registers("Ana"), line));
    form.put("description", line);
    form.put("revocation", Map.of("statement", line, "method", line));
    form.put("expires", Map.of("event", line));
    assertThat(lacking(form))
        .as(line)
        .contains(
            "/patientName",
            "/description",
            "/revocation/statement",
            "/revocation/method",
            "/expires");
  }

  @Test
  void theStatementsAreAskedForWhileThePurposeIsStillOpen() {
    var client = service.registers("Ana");
    var form = new HashMap<String, Object>(consentOf(client, "Ana"));
    form.remove("statements");
    form.remove("purposes");
    assertThat(lacking(form))
        .containsExactlyInAnyOrder(
            "/purposes",
            "/statements/hipaaRedisclosure",
            "/statements/redisclosureRisk",
            "/statements/refusalConsequences");
    form.put("purposes", List.of("COC"));
    assertThat(lacking(form)).isEmpty();
  }

  private List<String> lacking(Map<String, Object> form) {
    return service
        .drafts(form)
        .json()
        .at("/lacking")
        .valueStream()
        .map(fault -> fault.at("/pointer").asString())
        .toList();
  }

  @Test
  void theNameOnTheConsentIsTheClients() {
    var client = service.registers("Ana");
    service
        .signs(service.drafts(consentOf(client, "Somebody")))
        .isProblem(422, "consent-deficient")
        .hasFault("/patientName", "patient-name-differs");
  }

  @Test
  void nobodyClaimsTheClientsOwnSignIn() {
    var client = service.registers("Ana");
    var draft = service.drafts(consentOf(client, "Ana"));
    var own =
        Map.of(
            "signer",
            "client",
            "act",
            Map.of("kind", "own-sign-in", "at", Instant.now().toString()));
    service
        .maya()
        .post("/api/consents/{id}/signature", draft.id())
        .body(own)
        .ifMatch(draft)
        .send()
        .isProblem(422, "act-kind-not-possible");
    service.hasOwnSignIn(client, "ana");
    var signed =
        service
            .ana()
            .post("/api/consents/{id}/signature", draft.id())
            .body(own)
            .ifMatch(draft)
            .send()
            .isOk();
    assertThat(signed.at("/signature/recordedBy")).isEqualTo(service.clientsSubject("ana").value());
  }

  @Test
  @Proves("P2-CON-4")
  void whatWasSignedIsKeptAndCannotBeChanged() {
    var client = service.registers("Ana");
    var id = service.consents(client, "Ana");
    var signed = service.maya().get("/api/consents/{id}", id).send().isOk();
    assertThat(signed.at("/signature/template")).isEqualTo("consent-en-4");
    var kept =
        asRiverbend(
            "select document, document_hash from consent_signature where consent_id = '%s'"
                .formatted(id));
    assertThat(String.valueOf(kept.get("document")))
        .contains("I, Ana Brook, allow: Harborlight Treatment Center, Riverbend Peer Center")
        .contains("How to reach me, why I come, and whether I arrived");
    assertThat(kept.get("document_hash")).isEqualTo(signed.at("/signature/documentHash"));
    for (var change :
        List.of(
            "update consent_signature set document = 'other'",
            "delete from consent_signature",
            "update consent set description = 'other'",
            "delete from consent_revocation")) {
      assertThatThrownBy(() -> changeAsRiverbend(change))
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  @Proves("P2-CON-5")
  void showsBeforeTheSigningWhatADraftWouldLetOut() {
    var client = service.registers("Ana");
    var form = new HashMap<>(consentOf(client, "Ana"));
    var before = service.consents(client, "Ana");
    form.put("replaces", before);
    form.put("categories", List.of("contact", "demographics", "referral"));
    var draft = service.drafts(form);

    var wide = previews(client, draft.id()).isOk();
    assertThat(wide.at("/outcome")).isEqualTo("released");
    assertThat(wide.at("/consentId")).isEqualTo(draft.id().toString());
    assertThat(wide.json().at("/released")).hasSize(2);
    assertThat(wide.json().at("/ifSigned").asBoolean()).isTrue();
    form.put("categories", List.of("referral"));
    var narrow = previews(client, service.drafts(form).id()).isOk();
    assertThat(narrow.at("/code")).isEqualTo("consent-category");
    form.put("description", "");
    var lacking = previews(client, service.drafts(form).id()).isOk();
    assertThat(lacking.at("/code")).isEqualTo("consent-deficient");
    assertThat(lacking.json().at("/ifSigned").asBoolean()).isTrue();

    for (var noDraft : List.of(before, UUID.randomUUID())) {
      previews(client, noDraft).isProblem(400, "invalid").hasFault("/consentId", "unknown");
    }
    service.restricts(client, "harborlight");
    assertThat(previews(client, draft.id()).isOk().at("/code")).isEqualTo("consent-restricted");
  }

  private Answer previews(UUID client, UUID draft) {
    return service
        .maya()
        .post("/api/consents/preview")
        .body(
            Map.of(
                "clientId",
                client,
                "recipient",
                "harborlight",
                "purpose",
                "TREAT",
                "required",
                List.of("contact"),
                "optional",
                List.of("demographics"),
                "consentId",
                draft))
        .send();
  }

  @Test
  @Proves("P2-CON-9")
  void whatAMinorWouldSignWithTheirGuardianIsShownAsIfBothDid() {
    var thirteen = LocalDate.now(ZoneOffset.UTC).minusYears(13).toString();
    var kim = new Kim(service).registers(thirteen);
    var draft = service.drafts(consentOf(kim, "Kim"));
    assertThat(previews(kim, draft.id()).isOk().at("/outcome")).isEqualTo("released");
  }

  @Test
  void showsBeforehandWhatARecipientWouldSee() {
    var client = service.registers("Ana");
    var question =
        Map.of(
            "clientId",
            client,
            "recipient",
            "harborlight",
            "purpose",
            "TREAT",
            "required",
            List.of("contact"),
            "optional",
            List.of("demographics"));
    assertThat(
            service.maya().post("/api/consents/preview").body(question).send().isOk().at("/code"))
        .isEqualTo("consent-missing");
    // The door takes no question for nothing, and so nothing is foreseen of one.
    var forNothing = new HashMap<String, Object>(question);
    forNothing.put("required", List.of());
    service
        .maya()
        .post("/api/consents/preview")
        .body(forNothing)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/required", "missing");
    var consent = service.consents(client, "Ana");
    var preview = service.maya().post("/api/consents/preview").body(question).send().isOk();
    assertThat(preview.at("/outcome")).isEqualTo("released");
    assertThat(preview.at("/consentId")).isEqualTo(consent.toString());
    assertThat(preview.at("/withheld/0")).isEqualTo("demographics");
    assertThat(preview.at("/redisclosure")).isEqualTo("consent-only");
    service.paul().post("/api/consents/preview").body(question).send().isNotFound();
  }

  @Test
  void strangersFindNoConsent() {
    var client = service.registers("Ana");
    var id = service.consents(client, "Ana");
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get("/api/consents/{id}", id).send().isNotFound();
      stranger.get("/api/consents?clientId=" + client).send().isNotFound();
      stranger.post("/api/consents").body(consentOf(client, "Ana")).send().isNotFound();
      stranger
          .post("/api/consents/{id}/revocation", id)
          .body(Map.of("act", act()))
          .send()
          .isNotFound();
    }
    service.priyaThePrivacyOfficer().get("/api/consents/{id}", id).send().isOk();
  }

  @Test
  void contradictionsAreRefused() {
    var client = service.registers("Ana");
    var both = new HashMap<>(consentOf(client, "Ana"));
    both.put("recipients", Map.of("named", List.of("harborlight"), "class", "everybody"));
    service
        .maya()
        .post("/api/consents")
        .body(both)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/recipients", "contradictory");
    var ends = new HashMap<>(consentOf(client, "Ana"));
    ends.put("expires", Map.of("at", "2030-01-01T00:00:00Z", "none", true));
    service
        .maya()
        .post("/api/consents")
        .body(ends)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/expires", "contradictory");
    var unknown = new HashMap<>(consentOf(client, "Ana"));
    unknown.put("purposes", List.of("CURIOSITY"));
    service
        .maya()
        .post("/api/consents")
        .body(unknown)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/purposes/0", "wrong-format");
  }

  private Map<String, @Nullable Object> asRiverbend(String sql) {
    return AgencyScope.as(new AgencyId("riverbend"))
        .call(() -> transactions.reading(() -> jdbc.sql(sql).query().singleRow()));
  }

  private void changeAsRiverbend(String sql) {
    AgencyScope.as(new AgencyId("riverbend"))
        .run(() -> transactions.run(() -> jdbc.sql(sql).update()));
  }
}
