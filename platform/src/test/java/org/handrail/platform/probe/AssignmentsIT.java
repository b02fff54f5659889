package org.handrail.platform.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.messaging.EventHeaders;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlatformIT
class AssignmentsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Person maya = person("maya", "riverbend");
  private final Person hana = person("hana", "harborlight");
  private final Assignments assignments;
  private final Transactions transactions;
  private final ClientServiceDouble clients;

  AssignmentsIT(Assignments assignments, Transactions transactions, ClientServiceDouble clients) {
    this.assignments = assignments;
    this.transactions = transactions;
    this.clients = clients;
  }

  @AfterEach
  void reset() {
    clients.reset();
  }

  @Test
  void learnsFromEventsAndForgetsWithThem() {
    var client = UUID.randomUUID();
    tell("assigned", client, 1);
    await().atMost(PATIENCE).until(() -> known(maya, client));
    assertThat(assignments.relation(maya, client)).contains(Relation.PRIMARY);
    assertThat(assignments.relation(hana, client)).isEmpty();
    tell("unassigned", client, 2);
    await().atMost(PATIENCE).until(() -> !known(maya, client));
    assertThat(assignments.relation(maya, client)).isEmpty();
  }

  @Test
  void whoeverSupervisesIsThatToAllClientsOfTheAgency() {
    var client = UUID.randomUUID();
    var rosa = person("rosa", "riverbend", Role.SUPERVISOR);
    tell("assigned", client, 1);
    await().atMost(PATIENCE).until(() -> known(maya, client));
    assertThat(assignments.relation(rosa, client)).contains(Relation.SUPERVISOR);
    assertThat(assignments.relation(person("henry", "harborlight", Role.SUPERVISOR), client))
        .isEmpty();
    var untold = UUID.randomUUID();
    assertThat(assignments.relation(rosa, untold)).isEmpty();
    assertThat(clients.askedAs()).isEqualTo("supervisor=true");
  }

  @Test
  void asksClientServiceForWhatNoEventToldYetAndKeepsNothingOfTheAnswer() {
    var client = UUID.randomUUID();
    clients.assign(client);
    assertThat(assignments.relation(maya, client)).contains(Relation.PRIMARY);
    assertThat(clients.askedFor()).isEqualTo(TokenIssuer.subject("maya").value() + " riverbend");
    clients.reset();
    assertThat(assignments.relation(maya, client)).isEmpty();
  }

  @Test
  void saysOfNobodyWhetherTheyExistWhenClientServiceCannotBeAsked() {
    var client = UUID.randomUUID();
    clients.assign(client);
    // Four failures among so many answers leave the circuit closed for the tests after this one.
    for (int answered = 0; answered < 10; answered++) {
      assertThat(assignments.relation(maya, client)).contains(Relation.PRIMARY);
    }
    clients.fail();
    // Few enough that the circuit breaker, which all tests share, stays closed.
    assertRefused(() -> assignments.require(maya, Optional.of(client)));
    assertRefused(() -> assignments.require(maya, Optional.empty()));
  }

  private static void assertRefused(ThrowingCallable asking) {
    assertThatThrownBy(asking)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.problem().type()).isEqualTo(Problems.UNAVAILABLE));
  }

  @Test
  void asksNobodyWhileATransactionIsOpen() {
    var client = UUID.randomUUID();
    clients.assign(client);
    assertThat(known(maya, client)).isFalse();
    assertThat(clients.asked()).isZero();
  }

  private boolean known(Person person, UUID client) {
    return AgencyScope.as(person)
        .call(() -> transactions.reading(() -> assignments.relation(person, client).isPresent()));
  }

  private void tell(String what, UUID client, long version) {
    var attributes = new HashMap<String, String>();
    attributes.put("id", UUID.randomUUID().toString());
    attributes.put("type", "org.handrail.client." + what + ".v1");
    attributes.put("source", "/client-service");
    attributes.put("time", Instant.now().toString());
    attributes.put("agency", "riverbend");
    attributes.put("aggregateversion", Long.toString(version));
    var data =
        "{\"clientId\":\"%s\",\"subject\":\"%s\",\"relation\":\"primary\"}"
            .formatted(client, maya.subject());
    KafkaFixture.send(
        new ProducerRecord<>(
            "handrail.client.v1",
            null,
            null,
            client.toString(),
            data.getBytes(UTF_8),
            EventHeaders.of(attributes)));
  }

  private static Person person(String name, String agency) {
    return person(name, agency, PEER_SPECIALIST);
  }

  private static Person person(String name, String agency, Role role) {
    return new Person(TokenIssuer.subject(name), new AgencyId(agency), Set.of(role));
  }
}
