package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

      var revoked =
          Instant.parse(
              service
                  .maya()
                  .get("/api/consents/{id}", consent)
                  .send()
                  .isOk()
                  .at("/revocations/0/at"));
      var rows = ledger(client);
      assertThat(rows).hasSize(ASKING);
      for (var row : rows) {
        var at = Instant.parse(row.at("/at").asString());
        var released = row.at("/outcome").asString().equals("released");
        assertThat(released ? at.isAfter(revoked) : at.isBefore(revoked))
            .as(row.toString())
            .isFalse();
      }
      assertThat(rows.stream().map(row -> Instant.parse(row.at("/at").asString()))).isSorted();
    }
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
