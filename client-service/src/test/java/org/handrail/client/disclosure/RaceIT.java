package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Revocations and disclosures at the same time: the lock of the chain puts them in one order, and
 * the ledger shows it.
 */
@HandrailIT
class RaceIT {
  private static final int ASKING = 6;
  private static final int ROUNDS = 8;

  private final ClientService service;

  RaceIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("P2-CON-1")
  void nothingIsReleasedFromTheInstantOfTheRevocationOn() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var client = service.registers("Rae");
      var consent = service.consents(client, "Rae");
      var works = new ArrayList<Callable<Answer>>();
      for (int i = 0; i < ASKING; i++) {
        works.add(() -> service.asksTheDoor(referral(client, UUID.randomUUID(), "sending-1")));
      }
      works.add(ASKING / 2, () -> service.revokes(consent));
      together(works).forEach(Answer::isOk);

      var revoked = firstTakenBack(consent);
      var rows = ledger(client);
      assertThat(rows).hasSize(ASKING);
      isInItsOrder(rows, revoked);
      assertThat(rows.stream().map(row -> Instant.parse(row.at("/at").asString()))).isSorted();
    }
  }

  @Test
  @Proves("P2-REV-1")
  void nothingIsReleasedOfOneRecordOnceItIsTakenBackOnTheOther() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var merged = service.registers("Rae");
      var surviving = service.registers("Rae");
      var said = List.of(service.consents(merged, "Rae"), service.consents(surviving, "Rae"));
      service.merges(merged, surviving).isCreated();
      var works = new ArrayList<Callable<Answer>>();
      for (var client : List.of(merged, surviving)) {
        for (int i = 0; i < ASKING / 2; i++) {
          works.add(() -> service.asksTheDoor(referral(client, UUID.randomUUID(), "sending-1")));
        }
      }
      // Both at once: neither waits for the other for good.
      said.forEach(consent -> works.add(ASKING / 2, () -> service.revokes(consent)));
      together(works).forEach(Answer::isOk);

      var revoked = said.stream().map(this::firstTakenBack).min(Instant::compareTo).orElseThrow();
      for (var client : List.of(merged, surviving)) {
        isInItsOrder(ledger(client), revoked);
      }
    }
  }

  @Test
  @Proves("P2-RGT-1")
  void nothingIsReleasedOfOneRecordOnceItIsRestrictedOnTheOther() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var merged = service.registers("Rae");
      var surviving = service.registers("Rae");
      service.consents(surviving, "Rae");
      var path = "/api/clients/" + merged + "/restrictions";
      var asked =
          service
              .maya()
              .post(path)
              .body(Map.of("recipient", "harborlight", "act", ClientService.act()))
              .send()
              .isCreated()
              .id();
      service.merges(merged, surviving).isCreated();
      var works = new ArrayList<Callable<Answer>>();
      for (int i = 0; i < ASKING; i++) {
        works.add(() -> service.asksTheDoor(referral(surviving, UUID.randomUUID(), "sending-1")));
      }
      var priya = service.priyaThePrivacyOfficer();
      works.add(
          ASKING / 2,
          () -> priya.post(path + "/" + asked + "/decision").body(Map.of("granted", true)).send());
      var granted = together(works).get(ASKING / 2).isOk().at("/decidedAt");
      isInItsOrder(ledger(surviving), Instant.parse(granted));
    }
  }

  private static void isInItsOrder(List<JsonNode> rows, Instant closed) {
    for (var row : rows) {
      var at = Instant.parse(row.at("/at").asString());
      var released = row.at("/outcome").asString().equals("released");
      assertThat(released ? at.isAfter(closed) : at.isBefore(closed)).as(row.toString()).isFalse();
    }
  }

  private Instant firstTakenBack(UUID consent) {
    return Instant.parse(
        service.maya().get("/api/consents/{id}", consent).send().isOk().at("/revocations/0/at"));
  }

  @Test
  void ofManyRepeatsAtOnceOneTakesEffect() throws Exception {
    var client = service.registers("Rae");
    service.consents(client, "Rae");
    var request = referral(client, UUID.randomUUID(), "sending-1");
    var works = new ArrayList<Callable<Answer>>();
    for (int i = 0; i < ASKING; i++) {
      works.add(() -> service.asksTheDoor(request));
    }
    assertThat(together(works).stream().map(answer -> answer.isOk().at("/disclosureId")))
        .containsOnly(ledger(client).getFirst().at("/id").asString());
    assertThat(ledger(client)).hasSize(1);
  }

  @Test
  void ofTwoWhoSignAtOnceOneDoes() throws Exception {
    var client = service.registers("Rae");
    var draft = service.drafts(Forms.consentOf(client, "Rae"));
    var answers = together(List.of(() -> service.signs(draft), () -> service.signs(draft)));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
  }

  private static List<Answer> together(List<Callable<Answer>> works) throws Exception {
    var begin = new CyclicBarrier(works.size());
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures =
          works.stream()
              .map(
                  work ->
                      workers.submit(
                          () -> {
                            begin.await();
                            return work.call();
                          }))
              .toList();
      var answers = new ArrayList<Answer>();
      for (var future : futures) {
        answers.add(future.get());
      }
      return answers;
    }
  }

  private List<JsonNode> ledger(UUID client) {
    return service
        .maya()
        .get("/api/disclosures?clientId=" + client)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .toList();
  }
}
