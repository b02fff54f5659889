package org.handrail.client.encounter;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;

/** Specialists of Riverbend meet their clients. */
public final class Meetings {
  public static final Instant NINE = Instant.parse("2026-11-03T09:00:00Z");

  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;

  public Meetings(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
  }

  /** A specialist with nothing on record yet; nobody else has their time. */
  public Api specialist(String name) {
    return api.as(tokens.person(name).of("riverbend").as(PEER_SPECIALIST));
  }

  public Api somebodyNew() {
    return specialist("specialist " + UUID.randomUUID());
  }

  public UUID clientOf(Api specialist) {
    return service.registers(specialist, "Ana");
  }

  /** Gives the client their own sign-in. */
  public Api signIn(Api specialist, UUID client) {
    var name = "client " + client;
    var themselves = api.as(tokens.person(name).of("riverbend").as(CLIENT));
    themselves.get("/api/clients").send().isOk();
    specialist
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", TokenIssuer.subject(name), "relation", "self"))
        .send()
        .isCreated();
    return themselves;
  }

  /** An hour from nine on, in the recovery community center. */
  public static Map<String, Object> anHour() {
    return starting(NINE, 60);
  }

  public static Map<String, Object> starting(Instant start, int minutes) {
    var account = new HashMap<String, Object>();
    account.put("kind", "one-to-one");
    account.put("mode", "in-person");
    account.put("place", "recovery-community-center");
    account.put("startedAt", start.toString());
    account.put("endedAt", start.plusSeconds(60L * minutes).toString());
    account.put("activities", List.of("listening"));
    return account;
  }

  public static Map<String, Object> anHourWith(String field, Object value) {
    var account = anHour();
    account.put(field, value);
    return account;
  }

  public static Answer records(Api specialist, UUID client, Map<String, Object> account) {
    return specialist
        .post("/api/encounters")
        .body(Map.of("clientId", client, "encounter", account))
        .send();
  }
}
