package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.consentOf;

import org.handrail.client.AtTheDoor;
import org.handrail.client.ClientService;
import org.handrail.client.Kim;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** How old somebody is does not depend on which of their records is asked. */
@HandrailIT
class AgeOnEveryRecordIT {
  private static final String TWELVE_YEARS_AGO = "2014-10-01";

  private final ClientService service;
  private final AtTheDoor door;
  private final Kim kim;

  AgeOnEveryRecordIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    door = new AtTheDoor(service);
    kim = new Kim(service);
  }

  @Test
  @Proves("P2-CON-9")
  void whoeverIsAMinorByAnyRecordSignsTogetherWithAGuardian() {
    var merged = kim.registers(null);
    var surviving = kim.registers(TWELVE_YEARS_AGO);
    var draft = service.drafts(consentOf(merged, "Kim"));
    service.merges(merged, surviving).isCreated();
    kim.signs(draft, "client")
        .isProblem(422, "consent-deficient")
        .hasFault("/signer", "guardian-signature-missing");
    kim.signs(draft, "both").isOk();
  }

  @Test
  @Proves("P2-CON-9")
  void ofTwoDatesOfBirthTheLaterCounts() {
    var merged = kim.registers(TWELVE_YEARS_AGO);
    var surviving = kim.registers("1990-05-17");
    service.merges(merged, surviving).isCreated();
    kim.signs(service.drafts(consentOf(surviving, "Kim")), "client")
        .isProblem(422, "consent-deficient")
        .hasFault("/signer", "guardian-signature-missing");
  }

  @Test
  @Proves({"P2-CON-9", "P2-CON-1"})
  void whatAMinorSignedAloneOpensNoDoorOnceItIsKnownThatTheyAreOne() {
    var merged = kim.registers(TWELVE_YEARS_AGO);
    var surviving = kim.registers(null);
    kim.signs(service.drafts(consentOf(surviving, "Kim")), "client").isOk();
    var released = door.asks(surviving);
    assertThat(released.at("/outcome")).isEqualTo("released");
    service.merges(merged, surviving).isCreated();
    var denied = door.asks(surviving);
    assertThat(denied.at("/code")).isEqualTo("consent-deficient");
    assertThat(door.explains(released).json().at("/consents/0").has("code")).isFalse();
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    assertThat(door.explains(denied).at("/consents/0/code")).isEqualTo("consent-deficient");
    assertThat(door.asks(surviving).at("/outcome")).isEqualTo("released");
  }
}
