package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.onPaper;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.Forms.referral;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How old somebody is does not depend on which of their records is asked. */
@HandrailIT
class AgeOnEveryRecordIT {
  private static final String TWELVE_YEARS_AGO = "2014-10-01";

  private final ClientService service;

  AgeOnEveryRecordIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("P2-CON-9")
  void whoeverIsAMinorByAnyRecordSignsTogetherWithAGuardian() {
    var merged = registers(null);
    var surviving = registers(TWELVE_YEARS_AGO);
    var draft = service.drafts(consentOf(merged, "Kim"));
    service.merges(merged, surviving).isCreated();
    signs(draft, "client")
        .isProblem(422, "consent-deficient")
        .hasFault("/signer", "guardian-signature-missing");
    signs(draft, "both").isOk();
  }

  @Test
  @Proves("P2-CON-9")
  void ofTwoDatesOfBirthTheLaterCounts() {
    var merged = registers(TWELVE_YEARS_AGO);
    var surviving = registers("1990-05-17");
    service.merges(merged, surviving).isCreated();
    signs(service.drafts(consentOf(surviving, "Kim")), "client")
        .isProblem(422, "consent-deficient")
        .hasFault("/signer", "guardian-signature-missing");
  }

  @Test
  @Proves({"P2-CON-9", "P2-CON-1"})
  void whatAMinorSignedAloneOpensNoDoorOnceItIsKnownThatTheyAreOne() {
    var merged = registers(TWELVE_YEARS_AGO);
    var surviving = registers(null);
    signs(service.drafts(consentOf(surviving, "Kim")), "client").isOk();
    var released = ask(surviving);
    assertThat(released.at("/outcome")).isEqualTo("released");
    service.merges(merged, surviving).isCreated();
    var denied = ask(surviving);
    assertThat(denied.at("/code")).isEqualTo("consent-deficient");
    assertThat(explained(released).json().at("/consents/0").has("code")).isFalse();
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    assertThat(explained(denied).at("/consents/0/code")).isEqualTo("consent-deficient");
    assertThat(ask(surviving).at("/outcome")).isEqualTo("released");
  }

  private UUID registers(@Nullable String born) {
    var person =
        new HashMap<String, Object>(
            Map.of("nameToUse", "Kim", "legalName", "Kim Brook", "anotherPerson", true));
    if (born != null) {
      person.put("dateOfBirth", born);
    }
    return service.maya().post("/api/clients").body(person).send().isCreated().id();
  }

  private Answer signs(Answer draft, String signer) {
    var signature = new HashMap<String, Object>(Map.of("signer", signer, "act", onPaper()));
    if (!signer.equals("client")) {
      signature.put("authority", "mother");
    }
    return service
        .maya()
        .post("/api/consents/{id}/signature", draft.id())
        .body(signature)
        .ifMatch(draft)
        .send();
  }

  private Answer ask(UUID client) {
    return service.asksTheDoor(referral(client, UUID.randomUUID(), "sending-1")).isOk();
  }

  private Answer explained(Answer decision) {
    return service
        .maya()
        .get("/api/disclosures/{id}/explanation", UUID.fromString(decision.at("/disclosureId")))
        .send()
        .isOk();
  }
}
