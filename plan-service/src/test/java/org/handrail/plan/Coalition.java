package org.handrail.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of these tests, and clients whom they are assigned to. */
@TestComponent
public class Coalition {

  static final AgencyId RIVERBEND = new AgencyId("riverbend");

  /** A client of Riverbend: Maya's, with Rosa supervising, and Ana herself. */
  public record Client(UUID id) {}

  public final Api maya;
  public final Api paul;
  public final Api rosa;
  public final Api ana;
  public final Api hana;
  public final Api carl;
  public final SettableClock clock;
  public final Transactions transactions;
  public final JdbcClient jdbc;
  public final AskedClientService clientService;

  Coalition(
      Api api,
      TokenIssuer tokens,
      SettableClock clock,
      Transactions transactions,
      JdbcClient jdbc,
      AskedClientService clientService) {
    maya = api.as(tokens.person("maya").of("riverbend").as(Role.PEER_SPECIALIST));
    paul = api.as(tokens.person("paul").of("riverbend").as(Role.PEER_SPECIALIST));
    rosa = api.as(tokens.person("rosa").of("riverbend").as(Role.SUPERVISOR));
    ana = api.as(tokens.person("ana").of("riverbend").as(Role.CLIENT));
    hana = api.as(tokens.person("hana").of("harborlight").as(Role.INTAKE_COORDINATOR));
    carl = api.as(tokens.person("carl").of("cedarhouse").as(Role.PEER_SPECIALIST));
    this.clock = clock;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.clientService = clientService;
  }

  public List<Api> strangers() {
    return List.of(paul, carl);
  }

  public Client client() {
    var client = new Client(UUID.randomUUID());
    AgencyScope.as(RIVERBEND)
        .run(
            () ->
                transactions.run(
                    () -> {
                      assign(client, "maya", "primary");
                      assign(client, "rosa", "supervisor");
                      assign(client, "ana", "self");
                    }));
    return client;
  }

  private void assign(Client client, String name, String relation) {
    jdbc.sql(
            "insert into client_assignment (agency, client_id, subject, relation) values (?, ?, ?,"
                + " ?)")
        .params(RIVERBEND.value(), client.id(), TokenIssuer.subject(name).value(), relation)
        .update();
  }

  public UUID plan(Client client) {
    return maya.post("/api/plans").body(Map.of("clientId", client.id())).send().isCreated().id();
  }

  public Answer goal(Api by, UUID plan, String statedBy) {
    return by.post("/api/plans/{id}/goals", plan)
        .body(
            Map.of(
                "words", "Take my daughter to school",
                "category", "family-life",
                "statedBy", statedBy))
        .send();
  }

  public Answer activate(Api by, UUID plan, String actKind) {
    return by.post("/api/plans/{id}/activation", plan)
        .ifMatch(by.get("/api/plans/{id}", plan).send())
        .body(act(actKind))
        .send();
  }

  public Map<String, Object> act(String kind) {
    return Map.of("act", Map.of("kind", kind, "at", clock.instant().toString()));
  }

  public Map<String, Object> milestone(UUID plan, UUID goal) {
    Map<String, Object> body = new HashMap<>();
    body.put("planId", plan);
    body.put("goalId", goal);
    body.put("words", "I walk through their door");
    body.put("on", Map.of("referralBusinessStatus", "attended"));
    return body;
  }
}
