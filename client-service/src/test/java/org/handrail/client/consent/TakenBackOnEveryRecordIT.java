package org.handrail.client.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.Forms.answer;
import static org.handrail.client.Forms.consentOf;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.client.AtTheDoor;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.client.JudgedAnew;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two records of one person: what is taken back on one is taken back on the other. */
@HandrailIT
class TakenBackOnEveryRecordIT {
  private static final String WHOLE = "";

  private final ClientService service;
  private final AtTheDoor door;

  TakenBackOnEveryRecordIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    door = new AtTheDoor(service);
  }

  @ParameterizedTest
  @ValueSource(strings = {WHOLE, "harborlight"})
  @Proves("P2-REV-1")
  void whatIsTakenBackWhileTheyAreMergedIsTakenBackOnBothForGood(String recipient) {
    var merged = service.registers("Bea");
    var surviving = service.registers("Bea");
    var said = service.consents(merged, "Bea");
    var other = service.consents(surviving, "Bea");
    service.merges(merged, surviving).isCreated();
    var read = service.discloses(surviving, UUID.randomUUID());
    service.hana().get("/api/disclosures/{id}", read).send().isOk();
    var unread = service.discloses(surviving, UUID.randomUUID());

    revokes(said, recipient, Map.of("tellRecipients", true)).isOk();

    assertThat(door.answers(surviving)).isEqualTo("consent-revoked");
    assertThat(door.previews(surviving).at("/code")).isEqualTo("consent-revoked");
    service.hana().get("/api/disclosures/{id}", unread).send().isNotFound();
    assertThat(Attentions.asked("consent-revoked", read).at("/role").asString())
        .isEqualTo("intake_coordinator");
    assertThat(
            KafkaFixture.read(
                "handrail.client.v1",
                event -> tellsOf(event, other, "harborlight"),
                1,
                Duration.ofSeconds(30)))
        .as("the referrals of the other record hear of it")
        .hasSize(1);
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    assertThat(door.answers(surviving)).isEqualTo("consent-revoked");
  }

  @Test
  @Proves("P2-REV-1")
  void noAnswerComesBackOfAPlaceOnEitherAlsoOnceTheyArePartedAgain() {
    var merged = service.registers("Bea");
    var surviving = service.registers("Bea");
    var kept = service.consents(merged, "Bea");
    var said = service.consents(surviving, "Bea");
    var referral = UUID.randomUUID();
    var sent = service.discloses(merged, referral);
    service.merges(merged, surviving).isCreated();

    revokes(said, WHOLE, Map.of()).isOk();
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);

    var answered = service.asksTheDoor(answer(sent, referral, "acknowledged-2")).isOk();
    assertThat(answered.at("/code")).isEqualTo("consent-revoked");
    var seen = service.maya().get("/api/consents/{id}", kept).send().isOk();
    assertThat(seen.at("/status")).isEqualTo("revoked");
    assertThat(seen.at("/revocations/0/extent")).isEqualTo("place");
    assertThat(seen.at("/revocations/0/recipient")).isEqualTo("harborlight");
  }

  @Test
  @Proves("P2-REV-1")
  void whatWasTakenBackBeforeCountsOnBothWhileTheyAreMerged() {
    var merged = service.registers("Bea");
    var surviving = service.registers("Bea");
    service.consents(surviving, "Bea");
    revokes(service.consents(merged, "Bea"), WHOLE, Map.of()).isOk();
    var released = door.asks(surviving);
    assertThat(released.at("/outcome")).isEqualTo("released");

    service.merges(merged, surviving).isCreated();
    var denied = door.asks(surviving);
    assertThat(denied.at("/code")).isEqualTo("consent-revoked");
    assertThat(door.explains(released).json().at("/consents/0").has("code"))
        .as("then nobody knew that they are one person's")
        .isFalse();

    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    assertThat(door.answers(surviving)).isEqualTo("released");
    assertThat(door.explains(denied).at("/consents/0/code")).isEqualTo("consent-revoked");
    assertThat(door.explains(denied).json().at("/consents"))
        .as("those of the other record are not told of")
        .hasSize(1);
  }

  @Test
  @Proves("P2-REV-1")
  void whatOnlyTheOtherRecordClosedIsOpenAgainOnceTheyArePartedAndTold() {
    var merged = service.registers("Bea");
    var surviving = service.registers("Bea");
    service.consents(surviving, "Bea");
    revokes(service.consents(merged, "Bea"), WHOLE, Map.of()).isOk();
    var referral = UUID.randomUUID();
    service.discloses(surviving, referral);
    service.merges(merged, surviving).isCreated();
    assertThat(door.answers(surviving)).isEqualTo("consent-revoked");

    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);

    assertThat(JudgedAnew.of(surviving, 1)).containsExactly("open " + referral);
  }

  @Test
  @Proves("P2-REV-1")
  void whatIsSignedAfterwardsOnEitherPermitsUntilItIsSaidAgain() {
    var merged = service.registers("Bea");
    var surviving = service.registers("Bea");
    var said = service.consents(merged, "Bea");
    service.merges(merged, surviving).isCreated();
    revokes(said, WHOLE, Map.of()).isOk();
    service.signsNow(consentOf(surviving, "Bea"));
    assertThat(door.answers(surviving)).isEqualTo("released");
    assertThat(revokes(said, WHOLE, Map.of()).isOk().json().at("/revocations")).hasSize(2);
    assertThat(door.answers(surviving)).isEqualTo("consent-revoked");
  }

  @Test
  @Proves({"P2-REV-1", "P2-CON-8"})
  void whatBindsOnTheOtherRecordGoesOnBinding() {
    var merged = service.registers("Bea");
    var surviving = service.registers("Bea");
    var form = toProbation(surviving);
    form.put("irrevocableUntil", "the case is closed");
    var bound = service.signs(service.drafts(form)).isOk().id();
    var said = service.signs(service.drafts(toProbation(merged))).isOk().id();
    service.merges(merged, surviving).isCreated();
    revokes(said, WHOLE, Map.of()).isOk();
    var seen = service.maya().get("/api/consents/{id}", bound).send().isOk();
    assertThat(seen.at("/status")).isEqualTo("active");
    assertThat(seen.json().at("/revocations")).isEmpty();
  }

  private static Map<String, Object> toProbation(UUID client) {
    var form = new HashMap<>(consentOf(client, "Bea"));
    form.put("recipients", Map.of("named", List.of("county-probation")));
    form.put("categories", List.of("attendance"));
    form.put("purposes", List.of("CJ"));
    return form;
  }

  private Answer revokes(UUID consent, String recipient, Map<String, Object> further) {
    var body = new HashMap<>(further);
    body.put("act", act());
    if (!recipient.equals(WHOLE)) {
      body.put("recipient", recipient);
    }
    return service.maya().post("/api/consents/{id}/revocation", consent).body(body).send();
  }

  private static boolean tellsOf(
      ConsumerRecord<String, byte[]> event, UUID consent, String recipient) {
    var text = new String(event.value(), UTF_8);
    return text.contains(consent.toString())
        && text.contains("\"recipient\"")
        && text.contains('"' + recipient + '"');
  }
}
