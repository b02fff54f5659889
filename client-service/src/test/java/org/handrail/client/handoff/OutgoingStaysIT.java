package org.handrail.client.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.EventContracts.Example;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;

/** Who hands a client over stays at their side until the new place has them. */
@HandrailIT
class OutgoingStaysIT {
  private static final AgencyId AGENCY = new AgencyId("alderbank");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String OPENED = "org.handrail.handoff.opened.v1";

  private final Roster here;
  private final OpenHandoffs handoffs;
  private final Transactions transactions;

  OutgoingStaysIT(Api api, TokenIssuer tokens, OpenHandoffs handoffs, Transactions transactions) {
    here = new Roster(api, tokens, AGENCY.value());
    this.handoffs = handoffs;
    this.transactions = transactions;
  }

  @Test
  @Proves("R4")
  void nobodyTakesTheOutgoingSpecialistAwayBeforeContactIsConfirmed() {
    for (var confirmed : EventContracts.examples("org.handrail.handoff.confirmed.v1")) {
      var client = clientOf("max", "ned");
      var handoff = opened(client, "ned");

      var refused = leaves("ned", client).isProblem(409, "handoff-open");
      assertThat(refused.at("/handoffId")).isEqualTo(handoff.toString());
      here.peer("ned").get("/api/clients/{id}", client).send().isOk();

      happens(confirmed, handoff, client);
      awaitOver(client, "ned");
      leaves("ned", client).hasStatus(204);
      here.peer("ned").get("/api/clients/{id}", client).send().isNotFound();
    }
  }

  @Test
  @Proves("R4")
  void aHandoffThatIsClosedKeepsNobody() {
    for (var closed : EventContracts.examples("org.handrail.handoff.closed.v1")) {
      var client = clientOf("max", "ned");
      var handoff = opened(client, "ned");
      leaves("ned", client).isProblem(409, "handoff-open");
      happens(closed, handoff, client);
      awaitOver(client, "ned");
      leaves("ned", client).hasStatus(204);
    }
  }

  @Test
  void keepsNobodyElseAndNoOtherClientAndAnotherAgencysSaysNothing() {
    var client = clientOf("max", "ned");
    var other = clientOf("max", "ned");
    here.assigns(here.peer("max"), client, "oda").isCreated();
    opened(client, "ned");
    leaves("oda", client).hasStatus(204);
    leaves("ned", other).hasStatus(204);

    var foreign = clientOf("max", "ned");
    send(example(OPENED, UUID.randomUUID(), foreign, "ned").ofAgency("elmgrove"));
    awaitKept(new AgencyId("elmgrove"), foreign, "ned");
    leaves("ned", foreign).hasStatus(204);
  }

  @Test
  void oneHandoffOfTwoThatIsOverKeepsStill() {
    var client = clientOf("max", "ned");
    var first = opened(client, "ned");
    var second = UUID.randomUUID();
    send(example(OPENED, second, client, "ned"));
    happens(EventContracts.examples("org.handrail.handoff.closed.v1").getFirst(), first, client);
    await().atMost(PATIENCE).until(() -> kept(AGENCY, client, "ned").equals(second.toString()));
    leaves("ned", client).isProblem(409, "handoff-open");
  }

  @Test
  @Proves("R18")
  void aClientWhoWouldRatherWalkWithSomebodyElseStillMay() {
    var pia = here.joins("pia");
    for (var warm : new boolean[] {true, false}) {
      var client = here.registers(here.peer("quy"), "Rae");
      opened(client, "quy");
      var path = "/api/clients/" + client + "/specialist-changes";
      var change =
          here.peer("quy").post(path).body(Map.of("act", said(), "warm", warm)).send().isCreated();
      here.supervisor()
          .post(path + "/" + change.id() + "/settlement")
          .body(Map.of("specialistId", pia))
          .send()
          .isOk();
      if (warm) {
        // They have not met yet, so nobody else may take the outgoing one away.
        leaves("quy", client).isProblem(409, "handoff-open");
        here.peer("pia").post(path + "/" + change.id() + "/meeting").send().hasStatus(204);
      }
      here.peer("quy").get("/api/clients/{id}", client).send().isNotFound();
    }
  }

  @Test
  @Proves("R4")
  void nobodyLeavesForGoodWhileAHandoffKeepsThemAtARecordThatWasMerged() {
    var sid = here.joins("sid");
    var merged = clientOf("sid", "ned");
    here.supervisor()
        .post("/api/clients/{id}/merge", merged)
        .body(Map.of("into", here.registers(here.peer("max"), "Rae")))
        .send()
        .isCreated();
    var handoff = opened(merged, "sid");
    var leaving = "/api/specialists/" + sid + "/departure";
    here.supervisor().post(leaving).send().isProblem(409, "handoff-open");
    here.peer("sid").get("/api/clients/{id}", merged).send().isOk();

    happens(EventContracts.examples("org.handrail.handoff.closed.v1").getFirst(), handoff, merged);
    awaitOver(merged, "sid");
    here.supervisor().post(leaving).send().hasStatus(204);
  }

  private static Map<String, Object> said() {
    var at = Instant.now().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
    return Map.of("kind", "in-person", "at", at.toString());
  }

  private UUID clientOf(String primary, String backup) {
    var client = here.registers(here.peer(primary), "Rae");
    here.assigns(here.peer(primary), client, backup).isCreated();
    return client;
  }

  private Answer leaves(String name, UUID client) {
    return here.supervisor()
        .delete("/api/clients/{id}/assignments/{subject}", client, here.subject(name))
        .send();
  }

  private UUID opened(UUID client, String outgoing) {
    var handoff = UUID.randomUUID();
    send(example(OPENED, handoff, client, outgoing));
    awaitKept(AGENCY, client, outgoing);
    return handoff;
  }

  private Example example(String type, UUID handoff, UUID client, String outgoing) {
    return about(EventContracts.examples(type).getFirst(), handoff, client)
        .with("outgoing", here.subject(outgoing));
  }

  private void happens(Example event, UUID handoff, UUID client) {
    send(about(event, handoff, client));
  }

  private static Example about(Example event, UUID handoff, UUID client) {
    return event.about(handoff).ofAgency(AGENCY.value()).with("clientId", client.toString());
  }

  private static void send(Example event) {
    KafkaFixture.send(event.onTheWire());
  }

  private void awaitKept(AgencyId agency, UUID client, String name) {
    await().atMost(PATIENCE).until(() -> !kept(agency, client, name).isEmpty());
  }

  private void awaitOver(UUID client, String name) {
    await().atMost(PATIENCE).until(() -> kept(AGENCY, client, name).isEmpty());
  }

  private String kept(AgencyId agency, UUID client, String name) {
    var specialist = new SubjectId(here.subject(name));
    return AgencyScope.as(agency)
        .call(
            () ->
                transactions
                    .reading(() -> handoffs.keeping(agency, client, specialist).map(UUID::toString))
                    .orElse(""));
  }
}
