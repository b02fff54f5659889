package org.handrail.client.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.emergency.Glass.breaksGlass;
import static org.handrail.client.emergency.Glass.emergency;
import static org.handrail.client.emergency.Glass.fillsInCard;
import static org.handrail.client.emergency.Glass.isRefused;
import static org.handrail.client.emergency.Glass.ofAnOfficer;
import static org.handrail.client.emergency.Glass.tells;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * An emergency that is refused tells nobody who is a client, and one that is granted tells on whom.
 */
@HandrailIT
class EmergencySecrecyIT {
  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final Sweeping sweeping;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  EmergencySecrecyIT(
      Api api, TokenIssuer tokens, Sweeping sweeping, JdbcClient jdbc, Transactions transactions) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
    this.sweeping = sweeping;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Whatever looks for a client, or writes something down of one, waits: the answer comes. */
  @Test
  @Proves({"P2-APP-2", "P2-QSO-2"})
  void aRefusalLooksForNobody() throws SQLException {
    var name = "Nora " + UUID.randomUUID();
    var client = service.registers(name);
    var byRecord = ofAnOfficer(client);
    var byPapers = ofAnOfficerByPapers(name + " Brook");
    var before = attempts(client);
    var database = PostgresFixture.database("client");
    try (var owner =
            DriverManager.getConnection(
                database.url(), "client_owner", database.passwords().owner());
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("lock table client, merge, chain_head in access exclusive mode");
      breaksGlass(service.paul(), byRecord).isProblem(422, "emergency-not-medical");
      breaksGlass(service.paul(), byPapers).isProblem(422, "emergency-not-medical");
      owner.rollback();
    }
    assertThat(attempts(client)).isEqualTo(before + 2);
  }

  @Test
  @Proves({"P2-LOG-2", "P2-EMG-1"})
  void whoAskedAndWhenStaysOnTheRecordThatStandsForThem() {
    var merged = service.registers("Hal");
    var surviving = service.registers("Hal");
    service.merges(merged, surviving).isCreated();
    var asked = Instant.now();
    isRefused(service.paul(), merged).isProblem(422, "emergency-not-medical");
    var answered = Instant.now();
    sweeping.sweep();
    var attempt =
        service
            .rosaTheSupervisor()
            .get("/api/emergency-access?clientId=" + surviving)
            .send()
            .isOk()
            .json()
            .at("/items/0");
    assertThat(attempt.at("/requestedBy").asString())
        .isEqualTo(TokenIssuer.subject("paul").value());
    assertThat(Instant.parse(attempt.at("/requestedAt").asString()))
        .isBetween(asked.truncatedTo(ChronoUnit.MICROS), answered);
    assertThat(attempt.at("/nature").asString()).startsWith("Overdose");
    assertThat(Attentions.about(UUID.fromString(attempt.at("/id").asString()), 1))
        .containsExactly("emergency-access-denied privacy_officer");
  }

  @Test
  @Proves("P2-APP-2")
  void ofSomebodyWhoIsNoClientNothingStays() {
    breaksGlass(service.paul(), ofAnOfficerByPapers("Nobody Brook"))
        .isProblem(422, "emergency-not-medical");
    isRefused(service.paul(), UUID.randomUUID()).isProblem(422, "emergency-not-medical");
    sweeping.sweep();
    var left =
        AgencyScope.as(new AgencyId("riverbend"))
            .call(
                () ->
                    transactions.reading(
                        () ->
                            jdbc.sql("select count(*) from refused_emergency")
                                .query(Long.class)
                                .single()));
    assertThat(left).isZero();
  }

  private static Map<String, Object> ofAnOfficerByPapers(String legalName) {
    var request = ofAnOfficer(UUID.randomUUID());
    request.remove("clientId");
    request.put("person", Map.of("legalName", legalName, "dateOfBirth", "1990-05-17"));
    return request;
  }

  @Test
  @Proves({"P2-QSO-2", "P2-EMG-1"})
  void aRefusalDoesNotTellAColleagueWhoIsAClient() {
    var name = "Nora " + UUID.randomUUID();
    var client = service.registers(name);
    for (var fault : List.of("profession", "personnel")) {
      var request = emergency(client);
      request.put(fault, fault.equals("profession") ? "law-enforcement" : "");
      var before = attempts(client);
      var ofClient = breaksGlass(service.paul(), request);
      assertThat(ofClient.status()).isEqualTo(422);
      request.put("clientId", UUID.randomUUID());
      isTheSame(ofClient, breaksGlass(service.paul(), request));
      request.remove("clientId");
      request.put("person", Map.of("legalName", name + " Brook", "dateOfBirth", "1990-05-17"));
      isTheSame(ofClient, breaksGlass(service.paul(), request));
      request.put("person", Map.of("legalName", "Nobody Brook", "dateOfBirth", "1990-05-17"));
      isTheSame(ofClient, breaksGlass(service.paul(), request));
      assertThat(attempts(client)).as("what was tried on the client").isEqualTo(before + 2);
    }
    // Nor does what he can read of it afterwards.
    assertThat(service.paul().get("/api/emergency-access?limit=200").send().isOk().text())
        .doesNotContain(client.toString());
    service
        .rosaTheSupervisor()
        .get("/api/emergency-access?clientId=" + client)
        .send()
        .isOk()
        .json()
        .at("/items")
        .forEach(
            attempt ->
                service
                    .paul()
                    .get("/api/emergency-access/{id}", attempt.at("/id").asString())
                    .send()
                    .isNotFound());
  }

  @Test
  @Proves("P2-QSO-2")
  void norDoesTheRepeatOfARefusalWithAnotherTime() {
    var ofClient = refusedTwice(service.registers("Nora"));
    isTheSame(ofClient.isProblem(422, "emergency-not-medical"), refusedTwice(UUID.randomUUID()));
  }

  private Answer refusedTwice(UUID client) {
    var request = emergency(client);
    request.put("profession", "law-enforcement");
    var key = UUID.randomUUID().toString();
    service.paul().post("/api/emergency-access").key(key).body(request).send();
    request.put("at", Instant.now().minusSeconds(120).toString());
    return service.paul().post("/api/emergency-access").key(key).body(request).send();
  }

  @Test
  @Proves("P2-LOG-2")
  void aRefusalIsAnAttemptWhetherThereIsAClientOrNot() {
    for (var id : List.of(service.registers("Nora"), UUID.randomUUID())) {
      var who = "ivo " + UUID.randomUUID();
      var ivo = api.as(tokens.person(who).of("riverbend").as(INTAKE_COORDINATOR));
      var request = emergency(id);
      request.put("profession", "family");
      breaksGlass(ivo, request).isProblem(422, "emergency-not-medical");
      assertThat(
              service
                  .priyaThePrivacyOfficer()
                  .get("/api/clients/denied-attempts?limit=200")
                  .send()
                  .isOk()
                  .json()
                  .at("/items")
                  .valueStream())
          .anyMatch(
              attempt ->
                  attempt.at("/subject").asString().equals(TokenIssuer.subject(who).value())
                      && attempt.at("/kind").asString().equals("emergency-access"));
    }
  }

  @Test
  @Proves("V11")
  void whoeverBrokeTheGlassStandsInTheAccessLog() {
    var client = service.registers("Pat");
    service.hasOwnSignIn(client, "pat-of-the-emergency");
    var access = breaksGlass(service.paul(), emergency(client)).isCreated();
    service.paul().get("/api/disclosures/{id}", access.at("/disclosureId")).send().isOk();
    assertThat(
            service
                .client("pat-of-the-emergency")
                .get("/api/clients/{id}/access-log?limit=200", client)
                .send()
                .isOk()
                .json()
                .at("/items")
                .valueStream())
        .filteredOn(look -> look.at("/as").asString().equals("emergency"))
        .extracting(look -> look.at("/kind").asString())
        .contains("emergency-access", "disclosures");
  }

  @Test
  @Proves("P2-EMG-1")
  void theRecordWithTheCardSpeaksAndNotAnEmptyOneOfTheSameName() {
    var name = "Dup " + UUID.randomUUID();
    var old = service.registers(name);
    fillsInCard(service, old);
    var empty = service.registers(service.paul(), name);
    assertThat(told(name).at("/allergies/0").asString()).isEqualTo("penicillin");
    service.backedByPaul(service.maya(), old);
    service
        .rosaTheSupervisor()
        .post("/api/clients/{id}/merge", old)
        .body(Map.of("into", empty))
        .send()
        .isCreated();
    assertThat(told(name).at("/allergies/0").asString()).isEqualTo("penicillin");
  }

  private JsonNode told(String name) {
    var request = emergency(UUID.randomUUID());
    request.remove("clientId");
    request.put("person", Map.of("legalName", name + " Brook", "dateOfBirth", "1990-05-17"));
    return tells(service.paul(), request);
  }

  /** As those see it who review it, after it was written down. */
  private int attempts(UUID client) {
    sweeping.sweep();
    return service
        .rosaTheSupervisor()
        .get("/api/emergency-access?limit=200&clientId=" + client)
        .send()
        .isOk()
        .json()
        .at("/items")
        .size();
  }

  private static void isTheSame(Answer ofClient, Answer other) {
    assertThat(other.status()).isEqualTo(ofClient.status());
    assertThat(withoutTrace(other)).isEqualTo(withoutTrace(ofClient));
  }

  private static String withoutTrace(Answer answer) {
    return answer.text().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
  }
}
