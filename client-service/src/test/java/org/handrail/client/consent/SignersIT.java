package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.onPaper;
import static org.handrail.client.Forms.consentOf;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.client.Kim;
import org.handrail.client.paper.Hash;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** Who signs, what they have before them, and what a signature sets off. */
@HandrailIT
class SignersIT {
  private final ClientService service;
  private final Kim kim;
  private final SettableClock clock;
  private final Sweeping sweeping;

  SignersIT(Api api, TokenIssuer tokens, SettableClock clock, Sweeping sweeping) {
    service = new ClientService(api, tokens);
    kim = new Kim(service);
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @Test
  @Proves("P2-CON-9")
  void theLawOfTheStateSaysWhoSignsForAMinor() {
    // All acts of these tests are of 1 November 2026.
    var alone = service.drafts(consentOf(kim.registers("2011-11-01"), "Kim"));
    kim.signs(alone, "representative")
        .isProblem(422, "consent-deficient")
        .hasFault("/signer", "minor-signature-missing");
    assertThat(service.signs(alone).isOk().at("/signature/signer")).isEqualTo("client");

    var tooYoung = service.drafts(consentOf(kim.registers("2012-11-02"), "Kim"));
    service
        .signs(tooYoung)
        .isProblem(422, "consent-deficient")
        .hasFault("/signer", "guardian-signature-missing");
    kim.signs(tooYoung, "representative")
        .isProblem(422, "consent-deficient")
        .hasFault("/signer", "minor-signature-missing");
    var both = kim.signs(tooYoung, "both").isOk();
    assertThat(both.at("/signature/signer")).isEqualTo("both");
    assertThat(both.at("/signature/authority")).isEqualTo("mother");
  }

  @Test
  @Proves("P2-CON-9")
  void aMinorWhoIsSignedInSignsForNobodyElse() {
    var client = kim.registers("2012-11-02");
    service.hasOwnSignIn(client, "kim");
    var draft = service.drafts(consentOf(client, "Kim"));
    for (var signer : List.of("both", "representative")) {
      service
          .client("kim")
          .post("/api/consents/{id}/signature", draft.id())
          .body(Map.of("signer", signer, "authority", "mother", "act", ownActNow()))
          .ifMatch(draft)
          .send()
          .isProblem(422, "consent-deficient")
          .hasFault("/signer", "own-sign-in-of-the-client-alone");
    }
    kim.signs(draft, "both").isOk();
  }

  private static Map<String, Object> ownActNow() {
    return Map.of("kind", "own-sign-in", "at", Instant.now().toString());
  }

  @Test
  @Proves({"P2-CON-4", "R29"})
  void theClientReadsInTheirLanguageWhatTheySignAndItStaysThatText() {
    var client = service.registers("Ana");
    var form = new HashMap<>(consentOf(client, "Ana"));
    form.put("language", "es-MX");
    var draft = service.drafts(form);
    var path = "/api/consents/" + draft.id() + "/document";
    var before = service.maya().get(path).header("Accept", "text/plain").send().isOk();
    assertThat(before.header("Content-Type")).startsWith("text/plain");
    assertThat(before.header("Content-Language")).isEqualTo("es");
    assertThat(before.text())
        .startsWith("Consentimiento para divulgar registros protegidos por 42 CFR parte 2")
        .contains("Yo, Ana Brook, permito a: Harborlight Treatment Center, Riverbend Peer Center")
        .contains("cómo contactarme y cómo llamarme")
        .contains("para: tratamiento");
    var signed = service.signs(draft).isOk();
    assertThat(signed.at("/signature/template")).isEqualTo("consent-es-3");
    var after = service.maya().get(path).header("Accept", "text/plain").send().isOk();
    assertThat(after.text()).isEqualTo(before.text());
    assertThat(after.header("Content-Language")).isEqualTo("es");
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get(path).header("Accept", "text/plain").send().isNotFound();
    }
  }

  @Test
  void aPaperInALanguageThatItIsNotWrittenInSaysThatItIsEnglish() {
    var form = new HashMap<>(consentOf(service.registers("Anh"), "Anh"));
    form.put("language", "vi");
    var paper = paperOf(service.drafts(form));
    assertThat(paper.header("Content-Language")).isEqualTo("en");
    assertThat(paper.text()).startsWith("Consent to disclose");
  }

  @Test
  @Proves("P2-CON-4")
  void nobodySignsOtherWordsThanThoseThatTheyRead() {
    var client = service.registers("Ana");
    var form = new HashMap<>(consentOf(client, "Ana"));
    var draft = service.drafts(form);
    var read = paperOf(draft).text();
    form.put("description", "Everything");
    var other = paperOf(service.drafts(form)).text();
    signsHavingRead(draft, other).isProblem(412, "version-conflict");
    assertThat(signsHavingRead(draft, read).isOk().at("/signature/documentHash"))
        .isEqualTo(Hash.of(read).hex());
  }

  private Answer paperOf(Answer draft) {
    return service
        .maya()
        .get("/api/consents/{id}/document", draft.id())
        .header("Accept", "text/plain")
        .send()
        .isOk();
  }

  private Answer signsHavingRead(Answer draft, String text) {
    return service
        .maya()
        .post("/api/consents/{id}/signature", draft.id())
        .body(Map.of("signer", "client", "act", onPaper(), "documentHash", Hash.of(text).hex()))
        .ifMatch(draft)
        .send();
  }

  @Test
  @Proves("P2-CON-4")
  void whatSomebodyTypedIsNoLineOfThePaperAndItsEndIsTheAgencysDay() {
    var form = new HashMap<>(consentOf(service.registers("Ana"), "Ana I allow everybody: all."));
    form.put("description", "My phone.\r\nThis consent ends: never\u2028Until: forever");
    form.put("expires", Map.of("at", "2029-12-25T04:59:59Z"));
    assertThat(paperOf(service.drafts(form)).text().lines())
        .noneMatch(line -> line.startsWith("This consent ends: never"))
        .noneMatch(line -> line.startsWith("Until: forever"))
        .anyMatch(line -> line.startsWith("This consent ends: December 24, 2029, 11:59"));
  }

  @Test
  @Proves("R29")
  void aConsentIsInTheFirstOfTheClientsLanguagesUnlessTheyWantAnother() {
    var client =
        service
            .maya()
            .post("/api/clients")
            .body(
                Map.of(
                    "nameToUse", "Luz", "legalName", "Luz Brook", "languages", List.of("es", "en")))
            .send()
            .isCreated()
            .id();
    var form = new HashMap<>(consentOf(client, "Luz"));
    assertThat(service.signs(service.drafts(form)).isOk().at("/language")).isEqualTo("es");
    form.put("language", "en");
    var signed = service.signs(service.drafts(form)).isOk();
    assertThat(signed.at("/language")).isEqualTo("en");
    assertThat(signed.at("/signature/template")).isEqualTo("consent-en-4");
  }

  @Test
  @Proves("P2-EXP-1")
  void remindsBeforeADateComesAndLetsNothingOutFromItOn() {
    var end = Instant.parse("2027-03-14T07:00:00Z");
    clock.set(end.minus(Duration.ofDays(40)));
    var client = service.registers("Ella");
    var form = new HashMap<>(consentOf(client, "Ella"));
    form.put("expires", Map.of("at", end.toString()));
    var consent = service.signs(service.drafts(form)).isOk().id();
    for (var days : List.of(30, 14, 7)) {
      clock.set(end.minus(Duration.ofDays(days)));
      sweeping.sweep();
      sweeping.sweep();
    }
    var asked = Attentions.asked("consent-expiring", consent, 3);
    assertThat(asked.stream().map(each -> each.at("/subject").asString()))
        .containsOnly(TokenIssuer.subject("maya").value());
    clock.set(end.minusNanos(1000));
    assertThat(outcome(client)).isEqualTo("released");
    clock.set(end);
    assertThat(outcome(client)).isEqualTo("denied");
    sweeping.sweep();
    assertThat(Attentions.asked("consent-expiring", consent, 3)).hasSize(3);
  }

  private String outcome(UUID client) {
    return service
        .asksTheDoor(Forms.referral(client, UUID.randomUUID(), "sending-1"))
        .isOk()
        .at("/outcome");
  }

  @Test
  void ofTwoWhoSignAtOnceOneDoes() throws Exception {
    for (int round = 0; round < 5; round++) {
      var draft = service.drafts(consentOf(service.registers("Una"), "Una"));
      try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
        Callable<Answer> sign = () -> service.signs(draft);
        var statuses =
            people.invokeAll(List.of(sign, sign)).stream()
                .map(future -> future.resultNow().status())
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(200, 412);
      }
    }
  }
}
