package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.actNow;
import static org.handrail.client.Forms.consentOf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtTheDoor;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
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

/** Saying no, beforehand and afterwards. */
@HandrailIT
class TakingBackIT {
  private final ClientService service;
  private final AtTheDoor door;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  TakingBackIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    service = new ClientService(api, tokens);
    door = new AtTheDoor(service);
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  @Proves("P2-REV-1")
  void aWordOnThePhoneStopsEverythingAtOnceAndWhatWentStaysOnRecord() {
    var client = service.registers("Olga");
    var consent = service.consents(client, "Olga");
    var read = service.discloses(client, UUID.randomUUID());
    service.hana().get("/api/disclosures/{id}", read).send().isOk();
    var unread = service.discloses(client, UUID.randomUUID());

    var revoked =
        service
            .maya()
            .post("/api/consents/{id}/revocation", consent)
            .body(
                Map.of(
                    "act",
                    Map.of(
                        "kind",
                        "phone",
                        "at",
                        "2026-11-02T10:00:00Z",
                        "words",
                        "I don't want them to know more"),
                    "tellRecipients",
                    true))
            .send()
            .isOk();
    assertThat(revoked.at("/status")).isEqualTo("revoked");
    assertThat(door.answers(client)).isEqualTo("consent-revoked");
    service.hana().get("/api/disclosures/{id}", unread).send().isNotFound();
    var ledger = service.maya().get("/api/disclosures?clientId=" + client).send().isOk().json();
    assertThat(ledger.at("/items").valueStream().map(row -> row.at("/id").asString()))
        .contains(read.toString(), unread.toString());

    var told = Attentions.asked("consent-revoked", read);
    assertThat(told.at("/role").asString()).isEqualTo("intake_coordinator");
    assertThat(told.toString()).doesNotContain("Olga", client.toString());
    assertThat(Attentions.oneOf(read, unread).at("/subjectId").asString())
        .as("nobody hears of what they never read and cannot read any more")
        .isEqualTo(read.toString());
  }

  @Test
  @Proves("P2-CON-3")
  void whoSaysNoLosesNothingButTheShareThatNeededIt() {
    var client = service.registers("Nico");
    var draft = service.drafts(consentOf(client, "Nico"));
    var path = "/api/consents/" + draft.id();
    service
        .maya()
        .post(path + "/refusal")
        .body(Map.of("act", act()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-draft");
    var refused =
        service.maya().post(path + "/refusal").body(Map.of("act", actNow())).send().isOk();
    assertThat(refused.at("/status")).isEqualTo("refused");
    service
        .maya()
        .post(path + "/refusal")
        .body(Map.of("act", act(), "reason", "none of your business"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/reason", "unknown-field");
    service
        .maya()
        .post(path + "/refusal")
        .body(Map.of("act", act()))
        .send()
        .isProblem(409, "consent-refused");
    service.signs(refused).isProblem(409, "consent-refused");
    assertThat(door.answers(client)).isEqualTo("consent-not-active");

    var maya = service.maya();
    var record = "/api/clients/" + client;
    maya.post(record + "/notices")
        .body(Map.of("version", "2026-02", "language", "en", "medium", "paper", "act", act()))
        .send()
        .isCreated();
    var agreed =
        maya.post(record + "/agreements").body(Map.of("version", "2026-02", "act", act())).send();
    assertThat(maya.post(record + "/enrollment").ifMatch(agreed).send().isOk().at("/status"))
        .as("peer support itself needs no consent")
        .isEqualTo("active");
  }

  @Test
  @Proves("P2-CON-8")
  void aConsentToTheCourtBindsUntilItsEventAndNoOtherKindCan() {
    var client = service.registers("Cal");
    var form = new HashMap<>(consentOf(client, "Cal"));
    form.put("irrevocableUntil", "the case is closed");
    service
        .signs(service.drafts(form))
        .isProblem(422, "consent-deficient")
        .hasFault("/irrevocableUntil", "irrevocable-not-allowed");
    form.put("recipients", Map.of("named", List.of("county-probation")));
    form.put("categories", List.of("attendance"));
    service
        .signs(service.drafts(form))
        .isProblem(422, "consent-deficient")
        .hasFault("/purposes", "criminal-justice-purpose-mixed");
    form.put("purposes", List.of("CJ"));
    var signed = service.signs(service.drafts(form)).isOk();
    assertThat(
            service
                .maya()
                .get("/api/consents/{id}/document", signed.id())
                .header("Accept", "text/plain")
                .send()
                .isOk()
                .text())
        .contains("I cannot take it back before this has happened: the case is closed");

    service.revokes(signed.id()).isProblem(409, "consent-binds");
    service
        .maya()
        .post("/api/consents/{id}/events", signed.id())
        .body(Map.of("event", "the case is closed", "act", act()))
        .send()
        .isOk();
    assertThat(service.revokes(signed.id()).isOk().at("/status")).isEqualTo("revoked");
  }

  @Test
  @Proves("P2-CON-8")
  void noOtherConsentTakesThePlaceOfOneThatBinds() {
    var client = service.registers("Cal");
    var bound = service.signs(service.drafts(toProbation(client))).isOk().id();
    var form = toProbation(client);
    var other = service.drafts(form);
    form.put("replaces", bound);
    service.maya().post("/api/consents").body(form).send().isProblem(409, "consent-binds");
    service.signs(read(asIfItReplaced(bound, other.id()))).isProblem(409, "consent-binds");
    assertThat(read(bound).at("/status")).isEqualTo("active");

    service
        .maya()
        .post("/api/consents/{id}/events", bound)
        .body(Map.of("event", "the case is closed", "act", act()))
        .send()
        .isOk();
    service.signs(service.drafts(form)).isOk();
    assertThat(read(bound).at("/status")).isEqualTo("superseded");
  }

  @Test
  @Proves({"P2-REV-1", "P2-CON-8"})
  void whoTakesEverythingBackOfOneThatBindsTakesBackAllOthers() {
    var client = service.registers("Cal");
    service.consents(client, "Cal");
    var bound = service.signs(service.drafts(toProbation(client))).isOk().id();
    assertThat(door.answers(client)).isEqualTo("released");
    assertThat(
            service
                .maya()
                .post("/api/consents/{id}/revocation", bound)
                .body(Map.of("nobody", true, "act", actNow()))
                .send()
                .isOk()
                .at("/status"))
        .isEqualTo("active");
    assertThat(door.answers(client)).isEqualTo("consent-revoked");
  }

  private static Map<String, Object> toProbation(UUID client) {
    var form = new HashMap<String, Object>(consentOf(client, "Cal"));
    form.put("irrevocableUntil", "the case is closed");
    form.put("recipients", Map.of("named", List.of("county-probation")));
    form.put("categories", List.of("attendance"));
    form.put("purposes", List.of("CJ"));
    return form;
  }

  private Answer read(UUID consent) {
    return service.maya().get("/api/consents/{id}", consent).send().isOk();
  }

  // As drafts were written before they were refused.
  private UUID asIfItReplaced(UUID bound, UUID draft) {
    var id = UUID.randomUUID();
    AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.inTransaction(
                    () ->
                        jdbc.sql(
                                """
                                insert into consent select (jsonb_populate_record(c,
                                  jsonb_build_object('id', :id::text, 'replaces', :bound::text))).*
                                from consent c where c.id = :draft
                                """)
                            .param("id", id)
                            .param("bound", bound)
                            .param("draft", draft)
                            .update()));
    return id;
  }
}
