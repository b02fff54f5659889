package org.handrail.client.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.client.AtOnce;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@HandrailIT
class MergesIT {
  private final ClientService service;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  MergesIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    service = new ClientService(api, tokens);
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  void theMergedRecordPointsToTheSurvivingOneAndIsRestoredExactly() {
    var merged = service.registers("Jo");
    var surviving = service.registers("Jo");
    service.consents(merged, "Jo");
    service.discloses(merged, UUID.randomUUID());
    var before = everything(merged);
    var ledger = service.maya().get("/api/disclosures?clientId=" + merged).send().isOk().text();

    var rosa = service.rosaTheSupervisor();
    var path = "/api/clients/" + merged + "/merge";
    rosa.post(path).body(Map.of("into", surviving)).send().isCreated();
    var seen = service.maya().get("/api/clients/{id}", merged).send().isOk();
    assertThat(seen.json().at("/merged").asBoolean()).isTrue();
    assertThat(seen.at("/mergedInto")).isEqualTo(surviving.toString());
    service
        .maya()
        .post("/api/clients/{id}/agreements", merged)
        .body(Map.of("version", "2026-02", "act", ClientService.act()))
        .send()
        .isProblem(409, "client-merged");
    // Neither chain nor consents went anywhere.
    assertThat(service.maya().get("/api/disclosures?clientId=" + merged).send().text())
        .isEqualTo(ledger);
    assertThat(service.maya().get("/api/consents?clientId=" + surviving).send().json().at("/items"))
        .isEmpty();
    assertThat(
            service
                .asksTheDoor(Forms.referral(surviving, UUID.randomUUID(), "sending-1"))
                .isOk()
                .at("/outcome"))
        .isEqualTo("denied");

    service.priyaThePrivacyOfficer().delete(path).send().hasStatus(204);
    assertThat(everything(merged)).isEqualTo(before);
    rosa.delete(path).send().isProblem(409, "not-merged");
  }

  @Test
  void theOtherServicesHearOfAMergeAndOfItsUndoing() {
    var merged = service.registers("Ida");
    var surviving = service.registers("Ida");
    var rosa = service.rosaTheSupervisor();
    var path = "/api/clients/" + merged + "/merge";
    rosa.post(path).body(Map.of("into", surviving)).send().isCreated();
    rosa.delete(path).send().hasStatus(204);
    var told =
        KafkaFixture.read(
            "handrail.client.v1",
            record -> record.key().equals(merged.toString()),
            4,
            Duration.ofSeconds(30));
    EventContracts.assertPromised(told.get(2), "org.handrail.client.merged.v1");
    EventContracts.assertPromised(told.get(3), "org.handrail.client.merge-undone.v1");
    assertThat(new String(told.get(2).value(), UTF_8))
        .as("people are counted, and what is theirs found, by the record that stands")
        .contains("\"mergedInto\": \"%s\"".formatted(surviving));
    for (var record : List.of(told.getFirst(), told.get(1), told.get(3))) {
      assertThat(new String(record.value(), UTF_8)).doesNotContain(surviving.toString());
    }
  }

  @Test
  void aRestrictionOnEitherHoldsForBothWhileTheyAreMerged() {
    var one = service.registers("Kit");
    var other = service.registers("Kit");
    service.consents(one, "Kit");
    service.restricts(other, "harborlight");
    assertThat(releases(one)).isTrue();
    service.merges(other, one).isCreated();
    assertThat(releases(one)).isFalse();
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", other).send().hasStatus(204);
    assertThat(releases(one)).isTrue();
  }

  @Test
  @Proves("P2-REV-1")
  void whoTakesEverythingBackTakesItBackOnEachOfTheirRecordsForGood() {
    var merged = service.registers("Sam");
    var surviving = service.registers("Sam");
    var consent = service.consents(merged, "Sam");
    var said = service.consents(surviving, "Sam");
    service.merges(merged, surviving).isCreated();
    assertThat(releases(merged)).isTrue();
    service
        .maya()
        .post("/api/consents/{id}/revocation", said)
        .body(Map.of("nobody", true, "act", ClientService.actNow()))
        .send()
        .isOk();
    assertThat(releases(merged)).isFalse();
    assertThat(
            KafkaFixture.read(
                "handrail.client.v1",
                event -> saysNobody(event, consent),
                1,
                Duration.ofSeconds(30)))
        .as("the referrals under it hear of it")
        .hasSize(1);
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    assertThat(releases(merged)).isFalse();
    assertThat(service.maya().get("/api/consents/{id}", consent).send().isOk().at("/status"))
        .isEqualTo("revoked");
  }

  @Test
  void whoMayReadAMergedRecordCanBeTakenAwayFromItsSide() {
    var merged = service.registers("Kai");
    var surviving = service.registers("Kai");
    service.paul().get("/api/clients").send().isOk();
    var pauls = TokenIssuer.subject("paul").value();
    service
        .rosaTheSupervisor()
        .post("/api/clients/{id}/assignments", merged)
        .body(Map.of("subject", pauls, "relation", "backup"))
        .send()
        .isCreated();
    service.merges(merged, surviving).isCreated();
    service
        .rosaTheSupervisor()
        .delete("/api/clients/%s/assignments/%s".formatted(merged, pauls))
        .send()
        .hasStatus(204);
    service.paul().get("/api/clients/{id}", merged).send().isNotFound();
  }

  private static boolean saysNobody(ConsumerRecord<String, byte[]> event, UUID consent) {
    var text = new String(event.value(), UTF_8);
    return text.contains(consent.toString()) && text.contains("\"nobody\"");
  }

  @Test
  void aMergeOfTheSameOrOfOthersRecordsIsRefused() {
    var one = service.registers("Lou");
    var other = service.registers("Lou");
    var third = service.registers("Lou");
    var theirs = service.registers(service.carl(), "Lou");
    var rosa = service.rosaTheSupervisor();
    var path = "/api/clients/" + one + "/merge";
    var unknown = refusal(rosa.post(path).body(Map.of("into", UUID.randomUUID())).send());
    assertThat(refusal(rosa.post(path).body(Map.of("into", theirs)).send())).isEqualTo(unknown);
    assertThat(unknown).contains("client-unknown");
    rosa.post(path)
        .body(Map.of("into", one))
        .send()
        .isProblem(422, "merge-not-possible")
        .hasFault("/into", "same-record");
    rosa.post("/api/clients/{id}/merge", theirs).body(Map.of("into", one)).send().isNotFound();
    service.maya().post(path).body(Map.of("into", other)).send().isProblem(403, "role-not-allowed");

    rosa.post(path).body(Map.of("into", other)).send().isCreated();
    rosa.post(path).body(Map.of("into", third)).send().isProblem(409, "already-merged");
    rosa.post("/api/clients/{id}/merge", third)
        .body(Map.of("into", one))
        .send()
        .isProblem(409, "already-merged");
    rosa.post("/api/clients/{id}/merge", other)
        .body(Map.of("into", third))
        .send()
        .isProblem(409, "already-merged");
  }

  @Test
  void whoIsNotAtTheSurvivingRecordsSideIsNotToldWhichItIs() {
    var merged = service.registers("Mel");
    var surviving = service.registers(service.paul(), "Mel");
    service.merges(merged, surviving).isCreated();
    var seen = service.maya().get("/api/clients/{id}", merged).send().isOk();
    assertThat(seen.json().at("/merged").asBoolean()).isTrue();
    assertThat(seen.text()).doesNotContain(surviving.toString());
  }

  @Test
  void ofTwoMergesAtOnceThatWouldMakeARingOneTakesEffect() throws Exception {
    var one = service.registers("Nia");
    var other = service.registers("Nia");
    var statuses =
        AtOnce.meetBefore(
            "merge",
            () -> service.merges(one, other).status(),
            () -> service.merges(other, one).status());
    assertThat(statuses).containsExactlyInAnyOrder(201, 409);
  }

  private static String refusal(Answer answer) {
    return answer
        .isProblem(422, "merge-not-possible")
        .text()
        .replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
  }

  private boolean releases(UUID client) {
    return service
        .asksTheDoor(Forms.referral(client, UUID.randomUUID(), "sending-1"))
        .isOk()
        .at("/outcome")
        .equals("released");
  }

  private String everything(UUID client) {
    return AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql(
                                """
                                select jsonb_build_array(
                                  (select to_jsonb(c) - 'version' from client c where c.id = :id),
                                  (select jsonb_agg(to_jsonb(a) order by a.subject) from assignment a where a.client_id = :id),
                                  (select jsonb_agg(to_jsonb(x) order by x.id) from consent x where x.client_id = :id),
                                  (select to_jsonb(h) from chain_head h where h.client_id = :id),
                                  (select jsonb_agg(to_jsonb(d) order by d.position) from disclosure d where d.client_id = :id))::text
                                """)
                            .param("id", client)
                            .query(String.class)
                            .single()));
  }
}
