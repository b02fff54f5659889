package org.handrail.client.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.client.emergency.Glass.breaksGlass;
import static org.handrail.client.emergency.Glass.emergency;
import static org.handrail.client.emergency.Glass.fillsInCard;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Medical personnel learn the minimum in an emergency, and everybody else learns nothing. */
@HandrailIT
class EmergencyIT {
  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final SettableClock clock;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Sweeping sweeping;

  EmergencyIT(
      Api api,
      TokenIssuer tokens,
      SettableClock clock,
      JdbcClient jdbc,
      Transactions transactions,
      Sweeping sweeping) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
    this.clock = clock;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.sweeping = sweeping;
  }

  /** Intake of Riverbend: at nobody's side. */
  private Api ines() {
    return api.as(tokens.person("ines").of("riverbend").as(INTAKE_COORDINATOR));
  }

  @Test
  @Proves("P2-EMG-1")
  void medicalPersonnelLearnTheMinimumWithItsNoticeWhateverTheClientRestricted() {
    var client = service.registers("Ana");
    fillsInCard(service, client);
    var consent = service.consents(client, "Ana");
    service.revokes(consent).isOk();
    service.restricts(client, "mercy-hospital");

    var access = breaksGlass(ines(), emergency(client)).isCreated();
    assertThat(access.at("/outcome")).isEqualTo("released");
    var read = ines().get("/api/disclosures/{id}", access.at("/disclosureId")).send().isOk();
    assertThat(read.json().at("/package").propertyNames()).containsExactly("emergency-set");
    var set = read.json().at("/package/emergency-set");
    assertThat(set.propertyNames())
        .containsExactlyInAnyOrder(
            "name",
            "dateOfBirth",
            "medications",
            "allergies",
            "overdose",
            "naloxone",
            "emergencyContact",
            "saidAt");
    assertThat(set.at("/name").asString()).isEqualTo("Ana Brook");
    assertThat(set.at("/naloxone").asString()).isEqualTo("In my blue bag");
    assertThat(set.at("/emergencyContact/phone").asString()).isEqualTo("555-0199");
    assertThat(read.at("/notice/version")).isEqualTo("2.32-2024");
    assertThat(read.at("/scope/recipient")).isEqualTo("mercy-hospital, under 42 CFR 2.51");

    var row = lastRow(client);
    assertThat(row.at("/outcome").asString()).isEqualTo("released");
    assertThat(row.at("/basis").asString()).isEqualTo("42 CFR 2.51");
    assertThat(row.at("/matter").asString()).isEqualTo("emergency");
    assertThat(row.at("/matterId").asString()).isEqualTo(access.at("/id"));
    assertThat(row.at("/recipientStandings").valueStream().map(JsonNode::asString))
        .containsExactly("coveredEntity", "medical");
  }

  @Test
  @Proves("P2-EMG-1")
  void theRecordComesFirst() {
    var client = service.registers("Ana");
    breaksGlass(service.maya(), emergency(client)).isCreated();
    assertThatThrownBy(
            () ->
                AgencyScope.as(new AgencyId("riverbend"))
                    .run(
                        () ->
                            transactions.run(
                                () ->
                                    jdbc.sql(
                                            """
                                            insert into disclosure
                                            select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
                                              'position', d.position + 1000, 'matter_id', gen_random_uuid()))).*
                                            from disclosure d where matter = 'emergency' limit 1
                                            """)
                                        .update())))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("the matter is not on record");
  }

  @Test
  @Proves("P2-EMG-1")
  void afterFourHoursNobodyReadsTheSetAnyMore() {
    var client = service.registers("Ana");
    var access = breaksGlass(service.maya(), emergency(client)).isCreated();
    var disclosure = access.at("/disclosureId");
    var released = Instant.parse(access.at("/requestedAt"));
    clock.set(released.plus(Duration.ofHours(4)).minusMillis(1));
    service.maya().get("/api/disclosures/{id}", disclosure).send().isOk();
    service.paul().get("/api/disclosures/{id}", disclosure).send().isNotFound();
    clock.set(released.plus(Duration.ofHours(4)));
    service.maya().get("/api/disclosures/{id}", disclosure).send().isNotFound();
    service.priyaThePrivacyOfficer().get("/api/disclosures/{id}", disclosure).send().isNotFound();
  }

  @Test
  @Proves("P2-EMG-1")
  void whoeverIsNotMedicalPersonnelIsToldNothing() {
    var client = service.registers("Ana");
    for (var profession : List.of("law-enforcement", "family", "probation", "other")) {
      var request = emergency(client);
      request.put("profession", profession);
      refused(client, request, "emergency-not-medical", "not-medical-personnel");
    }
    var sheriff = emergency(client);
    sheriff.put("recipient", "county-sheriff");
    refused(client, sheriff, "emergency-not-medical", "not-medical-personnel");
    var unknown = emergency(client);
    unknown.put("recipient", "nobody-knows-them");
    refused(client, unknown, "emergency-not-medical", "not-medical-personnel");
  }

  private void refused(UUID client, Map<String, Object> request, String problem, String denial) {
    breaksGlass(service.maya(), request).isProblem(422, problem);
    sweeping.sweep();
    var row = lastRow(client);
    assertThat(row.at("/outcome").asString()).isEqualTo("denied");
    assertThat(row.at("/code").asString()).isEqualTo(denial);
    var attempt =
        service.maya().get("/api/emergency-access/{id}", row.at("/matterId").asString()).send();
    assertThat(attempt.isOk().at("/outcome")).isEqualTo("denied");
    assertThat(attempt.at("/code")).isEqualTo(denial);
    service.maya().get("/api/disclosures/{id}", row.at("/id").asString()).send().isNotFound();
  }

  @Test
  @Proves("P2-EMG-1")
  void eachFactThatIsMissingIsNamedAndTheAttemptStaysOnRecord() {
    var client = service.registers("Ana");
    for (var fact :
        Map.of(
                "personnel", "personnel-missing",
                "facility", "facility-missing",
                "discloser", "discloser-missing",
                "at", "at-missing",
                "nature", "nature-missing",
                "whyNoConsent", "why-no-consent-missing")
            .entrySet()) {
      var request = emergency(client);
      request.remove(fact.getKey());
      breaksGlass(service.maya(), request)
          .isProblem(422, "emergency-incomplete")
          .hasFault("/" + fact.getKey(), fact.getValue());
    }
    var crossedOut = emergency(client);
    crossedOut.put("personnel", "---");
    breaksGlass(service.maya(), crossedOut)
        .isProblem(422, "emergency-incomplete")
        .hasFault("/personnel", "personnel-missing");
    var bare =
        Map.<String, Object>of(
            "clientId", client, "recipient", "mercy-hospital", "profession", "nurse");
    refused(client, bare, "emergency-incomplete", "emergency-incomplete");
    assertThat(breaksGlass(service.maya(), bare).json().at("/errors").size()).isEqualTo(6);
  }

  @Test
  void whoSaysNothingOfWhomAskingForOneIsNotToldOfAll() {
    var refused =
        service.paul().get("/api/emergency-access?clientId=%20").send().isProblem(400, "invalid");
    assertThat(refused.at("/errors/0/parameter")).isEqualTo("clientId");
  }

  @Test
  @Proves({"P2-EMG-1", "P2-APP-2"})
  void anotherAgencysClientIsNobody() {
    var client = service.registers("Ana");
    var access = breaksGlass(service.maya(), emergency(client)).isCreated();
    breaksGlass(service.hana(), emergency(client)).isNotFound();
    breaksGlass(service.hana(), emergency(UUID.randomUUID())).isNotFound();
    service.hana().get("/api/emergency-access/{id}", access.id()).send().isNotFound();
    service.paul().get("/api/emergency-access/{id}", access.id()).send().isNotFound();
    service.paul().get("/api/emergency-access?clientId=" + client).send().isNotFound();
    breaksGlass(service.ana(), emergency(client)).isProblem(403, "role-not-allowed");
    breaksGlass(service.priyaThePrivacyOfficer(), emergency(client))
        .isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("P2-EMG-1")
  void whoIsAtNobodysSideNamesThePersonByTheirPapers() {
    var name = "Nora " + UUID.randomUUID();
    var client = service.registers(name);
    var request = emergency(client);
    request.remove("clientId");
    request.put("person", Map.of("legalName", name + " brook", "dateOfBirth", "1990-05-17"));
    assertThat(breaksGlass(ines(), request).isCreated().at("/clientId"))
        .isEqualTo(client.toString());
    breaksGlass(service.hana(), request).isNotFound();
    request.put("clientId", client);
    breaksGlass(ines(), request).isProblem(400, "invalid").hasFault("/clientId", "contradictory");
    request.remove("clientId");
    request.put("person", Map.of("legalName", name + " brook", "dateOfBirth", "1990-05-18"));
    breaksGlass(ines(), request).isNotFound();
  }

  @Test
  @Proves("P2-EMG-1")
  void whatIsOverForADayIsNoEmergency() {
    var request = emergency(service.registers("Ana"));
    request.put("at", Instant.now().minus(Duration.ofHours(25)).toString());
    breaksGlass(service.maya(), request)
        .isProblem(400, "invalid")
        .hasFault("/at", "emergency-over");
    request.put("at", Instant.now().minus(Duration.ofHours(23)).toString());
    breaksGlass(service.maya(), request).isCreated();
  }

  @Test
  void aRepeatIsOneAccess() {
    var client = service.registers("Ana");
    var key = UUID.randomUUID().toString();
    var request = emergency(client);
    var first =
        service.maya().post("/api/emergency-access").key(key).body(request).send().isCreated();
    var again =
        service.maya().post("/api/emergency-access").key(key).body(request).send().isCreated();
    assertThat(again.at("/id")).isEqualTo(first.at("/id"));
    assertThat(rows(client).size()).isEqualTo(1);
  }

  @Test
  void aRepeatIsAnsweredAsTheFirstAlsoWhenTheEmergencyIsLongOver() {
    var request = emergency(service.registers("Ana"));
    var key = UUID.randomUUID().toString();
    var first = breaks(key, request).isCreated();
    try {
      clock.advance(Duration.ofHours(25));
      assertThat(breaks(key, request).isCreated().at("/id")).isEqualTo(first.at("/id"));
      request.put("nature", "Something else");
      breaks(key, request).isProblem(422, "idempotency-key-reused");
      breaks(UUID.randomUUID().toString(), request)
          .isProblem(400, "invalid")
          .hasFault("/at", "emergency-over");
    } finally {
      clock.reset();
    }
  }

  private Answer breaks(String key, Map<String, Object> request) {
    return service.maya().post("/api/emergency-access").key(key).body(request).send();
  }

  private JsonNode rows(UUID client) {
    return service
        .maya()
        .get("/api/disclosures?limit=500&clientId=" + client)
        .send()
        .isOk()
        .json()
        .at("/items");
  }

  private JsonNode lastRow(UUID client) {
    var rows = rows(client);
    return rows.get(rows.size() - 1);
  }
}
