package org.handrail.client.specialist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;

/** An agency of a test's own, with its people. */
public final class Roster {
  public static final ZoneId ZONE = ZoneId.of("America/New_York");
  private final Api api;
  private final TokenIssuer tokens;
  private final String agency;

  public Roster(Api api, TokenIssuer tokens, String agency) {
    this.api = api;
    this.tokens = tokens;
    this.agency = agency;
  }

  public String id() {
    return agency;
  }

  public Api as(String name, Role... roles) {
    return api.as(tokens.person(name + " of " + agency).of(agency).as(roles));
  }

  public Api admin() {
    return as("ada", Role.AGENCY_ADMIN);
  }

  public Api supervisor() {
    return as("sol", Role.SUPERVISOR);
  }

  public Api peer(String name) {
    return as(name, Role.PEER_SPECIALIST);
  }

  public String subject(String name) {
    return TokenIssuer.subject(name + " of " + agency).value();
  }

  /** The agency's days are those of that zone from now on. */
  public void moves(String zone) {
    var path = "/api/specialists/settings";
    var settings = admin().get(path).send().isOk();
    admin()
        .put(path)
        .body(
            Map.of(
                "roster",
                settings.at("/roster"),
                "caseloadCap",
                settings.json().at("/caseloadCap").asInt(),
                "supervisionMinutes",
                settings.json().at("/supervisionMinutes").asInt(),
                "zone",
                zone))
        .ifMatch(settings)
        .send()
        .isOk();
  }

  public static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  /** Puts somebody who has signed in on the roster. */
  public UUID joins(String name) {
    peer(name).get("/api/specialists").send().isOk();
    return adds(subject(name), name).isCreated().id();
  }

  /** Puts whoever signs in as that on the roster. */
  Answer adds(String subject, String name) {
    return admin()
        .post("/api/specialists")
        .body(
            Map.of(
                "subject",
                subject,
                "name",
                name,
                "programme",
                "Riverside Outreach",
                "roleText",
                "Walks with people after detox",
                "languages",
                List.of("en")))
        .send();
  }

  public Answer begins(UUID specialist, String scheme, LocalDate on) {
    return supervisor()
        .post("/api/specialists/{id}/credentials", specialist)
        .body(Map.of("scheme", scheme, "beganOn", on.toString()))
        .send();
  }

  /** Something happens to a certification. */
  public Answer step(Answer credential, String kind, LocalDate on, Map<String, String> more) {
    var body = new HashMap<String, Object>(more);
    body.put("kind", kind);
    body.put("on", on.toString());
    return supervisor()
        .post(address(credential) + "/steps")
        .body(body)
        .ifMatch(now(credential))
        .send();
  }

  public Answer step(Answer credential, String kind, LocalDate on) {
    return step(credential, kind, on, Map.of());
  }

  public Answer attests(String name, Answer credential, LocalDate on) {
    return peer(name)
        .post(address(credential) + "/attestations")
        .body(Map.of("code", "IC&RC", "codeVersion", "2024", "attestedOn", on.toString()))
        .send();
  }

  /** The certification as it is now. */
  public Answer now(Answer credential) {
    return supervisor().get(address(credential)).send().isOk();
  }

  public static String address(Answer credential) {
    return "/api/specialists/%s/credentials/%s"
        .formatted(credential.at("/specialistId"), credential.at("/id"));
  }

  /** Somebody on the roster with an IC&RC certificate from that day on. */
  public Answer certified(String name, UUID specialist, LocalDate from) {
    var begun = begins(specialist, "icrc-pr", from.minusYears(1)).isCreated();
    attests(name, begun, today()).isCreated();
    return step(begun, "certified", from).isOk();
  }

  public UUID registers(Api specialist, String name) {
    return registered(specialist, name).isCreated().id();
  }

  public Answer registered(Api specialist, String name) {
    return specialist
        .post("/api/clients")
        .body(Map.of("nameToUse", name, "legalName", name + " Brook", "anotherPerson", true))
        .send();
  }

  /** Asks somebody, who has signed in before, to the side of a client. */
  public Answer assigns(Api by, UUID client, String name) {
    peer(name).get("/api/clients").send().isOk();
    return by.post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", subject(name), "relation", "backup"))
        .send();
  }

  /** For whose attention was asked about that, when it was asked so often. */
  public static List<String> asked(String code, UUID about, int times) {
    return Attentions.asked(code, about, times).stream().map(Attentions::whom).toList();
  }

  /** A client of that specialist with a sign-in of their own. */
  public UUID clientWithSignIn(String specialist, String name) {
    var id = registers(peer(specialist), name);
    signsIn(peer(specialist), id, name);
    return id;
  }

  /** That client comes by a sign-in, and somebody at their side gives it their record. */
  public Api signsIn(Api specialist, UUID client, String name) {
    var themselves = as(name, Role.CLIENT);
    themselves.get("/api/clients").send().isOk();
    specialist
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", subject(name), "relation", "self"))
        .send()
        .isCreated();
    return themselves;
  }

  /** That client begins to walk with the agency, or comes back. */
  public Answer opensEpisode(Api by, UUID client) {
    return by.post("/api/clients/{id}/episodes", client).send();
  }

  /** The client has walked with the agency, and leaves. */
  public void endsEpisode(Api by, UUID client) {
    ends(by, client, opensEpisode(by, client).isCreated());
  }

  public void ends(Api by, UUID client, Answer episode) {
    by.post("/api/clients/{id}/episodes/{episode}/closing", client, episode.id())
        .body(Map.of("act", Map.of("kind", "in-person", "at", Instant.now().toString())))
        .ifMatch(episode)
        .send()
        .isOk();
  }

  /** Said a minute ago. */
  public static Map<String, Object> said(String kind) {
    var at = Instant.now().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
    return Map.of("kind", kind, "at", at.toString());
  }
}
