package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.Forms.consentOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** When a consent can have been signed. */
@HandrailIT
class SigningTimesIT {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final ClientService service;
  private final SettableClock clock;

  SigningTimesIT(Api api, TokenIssuer tokens, SettableClock clock) {
    service = new ClientService(api, tokens);
    this.clock = clock;
  }

  @Test
  void nobodySignsWhatIsNotWrittenYetButAPaperMayBeTypedLater() {
    clock.set(NOW);
    var draft = service.drafts(consentOf(service.registers("Ana"), "Ana"));
    signs(draft, act(NOW.minus(Duration.ofMinutes(6))))
        .isProblem(422, "consent-deficient")
        .hasFault("/act/at", "signed-before-draft");
    assertThat(signs(draft, paper(NOW.minus(Duration.ofDays(40)))).isOk().at("/status"))
        .isEqualTo("active");
    var other = service.drafts(consentOf(service.registers("Ana"), "Ana"));
    signs(other, act(NOW.minus(Duration.ofMinutes(4)))).isOk();
  }

  @Test
  void aSlipOfTheYearIsCalledThatAndNoQuestionOfAge() {
    clock.set(NOW);
    var client = service.registers("Ana");
    var draft = service.drafts(consentOf(client, "Ana"));
    assertThat(codes(signs(draft, paper(Instant.parse("1900-01-01T00:00:00Z")))))
        .containsExactly("signed-too-long-ago");
    var child =
        service
            .maya()
            .post("/api/clients")
            .body(
                Map.of(
                    "nameToUse",
                    "Kit",
                    "legalName",
                    "Kit Brook",
                    "dateOfBirth",
                    "2018-05-17",
                    "anotherPerson",
                    true))
            .send()
            .isCreated()
            .id();
    var childs = service.drafts(consentOf(child, "Kit"));
    assertThat(codes(signs(childs, paper(Instant.parse("2018-05-15T00:00:00Z")))))
        .containsExactly("signed-before-birth");
  }

  @Test
  void aPhonesClockMayBeALittleAhead() {
    clock.set(NOW);
    var draft = service.drafts(consentOf(service.registers("Ana"), "Ana"));
    signs(draft, act(NOW.plus(Duration.ofMinutes(6))))
        .isProblem(422, "consent-deficient")
        .hasFault("/act/at", "signed-in-future");
    var signed = signs(draft, act(NOW.plus(Duration.ofMinutes(4)))).isOk();
    assertThat(signed.at("/signature/at")).isEqualTo(NOW.toString());
    assertThat(signed.at("/status")).isEqualTo("active");
  }

  private Answer signs(Answer draft, Map<String, Object> act) {
    return service
        .maya()
        .post("/api/consents/{id}/signature", draft.id())
        .body(Map.of("signer", "client", "act", act))
        .ifMatch(draft)
        .send();
  }

  private static Map<String, Object> paper(Instant at) {
    return Map.of("kind", "signed-paper", "at", at.toString());
  }

  private static List<String> codes(Answer refused) {
    return refused
        .isProblem(422, "consent-deficient")
        .json()
        .at("/errors")
        .valueStream()
        .map(fault -> fault.at("/code").asString())
        .toList();
  }
}
