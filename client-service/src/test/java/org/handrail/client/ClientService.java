package org.handrail.client;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;
import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;

/** client-service as the people of the coalition use it. */
public final class ClientService {
  private static final Instant BEFORE = Instant.parse("2026-11-01T10:00:00Z");

  private final Api api;
  private final TokenIssuer tokens;
  private final UUID test = UUID.randomUUID();

  public ClientService(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  /** A peer recovery specialist of Riverbend. */
  public Api maya() {
    return api.as(tokens.person("maya").of("riverbend").as(PEER_SPECIALIST));
  }

  /** Another one of Riverbend. */
  public Api paul() {
    return api.as(tokens.person("paul").of("riverbend").as(PEER_SPECIALIST));
  }

  public Api rosaTheSupervisor() {
    return api.as(tokens.person("rosa").of("riverbend").as(SUPERVISOR));
  }

  public Api priyaThePrivacyOfficer() {
    return api.as(tokens.person("priya").of("riverbend").as(PRIVACY_OFFICER));
  }

  /** Intake of Harborlight. */
  public Api hana() {
    return api.as(tokens.person("hana").of("harborlight").as(INTAKE_COORDINATOR));
  }

  /** Somebody else of Harborlight. */
  public Api ofHarborlight(Role role) {
    return api.as(tokens.person("henry").of("harborlight").as(role));
  }

  /** A specialist of Cedarhouse. */
  public Api carl() {
    return api.as(tokens.person("carl").of("cedarhouse").as(PEER_SPECIALIST));
  }

  /** The client Ana with her own sign-in. */
  public Api ana() {
    return client("ana");
  }

  /** Another client with a sign-in of their own. */
  public Api noor() {
    return client("noor");
  }

  public Api privacyOfficerOf(String agency) {
    return api.as(tokens.person("officer of " + agency).of(agency).as(PRIVACY_OFFICER));
  }

  /** Rosa, who walks with clients of her own too. */
  public Api supervisorWhoIsSpecialistToo() {
    return api.as(tokens.person("rosa").of("riverbend").as(SUPERVISOR, PEER_SPECIALIST));
  }

  /** Priya, who is a supervisor too, and as such at the side of all clients. */
  public Api privacyOfficerAtTheirSide() {
    return api.as(tokens.person("priya").of("riverbend").as(PRIVACY_OFFICER, SUPERVISOR));
  }

  /** Another client with a sign-in of their own. */
  public Api client(String name) {
    return client(name, "riverbend");
  }

  /** The same person where another agency walks with them. */
  public Api client(String name, String agency) {
    return api.as(tokens.person(here(name)).of(agency).as(CLIENT));
  }

  /** Who that client is to the realm: somebody else in each test, for they have one record. */
  public SubjectId clientsSubject(String name) {
    return TokenIssuer.subject(here(name));
  }

  private String here(String name) {
    return name + " of test " + test;
  }

  public Api referralService() {
    return api.as(tokens.service("referral-service").calling("client-service").as(SVC_REFERRAL));
  }

  public Api nobody() {
    return api;
  }

  public static Map<String, Object> act() {
    return act(BEFORE);
  }

  /** Of what there was not before. */
  public static Map<String, Object> actNow() {
    return act(Instant.now());
  }

  public static Map<String, Object> act(Instant at) {
    return Map.of("kind", "in-person", "at", at.toString());
  }

  /** On paper, some time before anybody types it. */
  public static Map<String, Object> onPaper() {
    return Map.of("kind", "signed-paper", "at", BEFORE.toString());
  }

  /** What a client does who is signed in. */
  public static Map<String, Object> ownAct() {
    return Map.of("kind", "own-sign-in", "at", BEFORE.toString());
  }

  /** Gives that client Noor's sign-in. */
  public void hasOwnSignIn(UUID client) {
    hasOwnSignIn(client, "noor");
  }

  /** Gives a client of Maya's the sign-in of that name, by which they have come before. */
  public void hasOwnSignIn(UUID client, String name) {
    client(name).get("/api/clients").send().isOk();
    maya()
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", clientsSubject(name), "relation", "self"))
        .send()
        .isCreated();
  }

  /** Paul, who has signed in before, comes to the side of somebody's client. */
  public void backedByPaul(Api specialist, UUID client) {
    paul().get("/api/clients").send().isOk();
    specialist
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", TokenIssuer.subject("paul"), "relation", "backup"))
        .send()
        .isCreated();
  }

  /** A client of Maya's who signs in as Ana. */
  public UUID anaWithHerSignIn() {
    var client = registers("Ana");
    hasOwnSignIn(client, "ana");
    return client;
  }

  public Answer givesNotice(UUID client, String version) {
    return givesNotice(maya(), client, version);
  }

  public Answer givesNotice(Api specialist, UUID client, String version) {
    return specialist
        .post("/api/clients/{id}/notices", client)
        .body(Map.of("version", version, "language", "en", "medium", "paper", "act", act()))
        .send()
        .isCreated();
  }

  public Answer agrees(UUID client) {
    return agrees(client, act());
  }

  private Answer agrees(UUID client, Map<String, Object> act) {
    return maya()
        .post("/api/clients/{id}/agreements", client)
        .body(Map.of("version", "2026-02", "act", act))
        .send()
        .isCreated();
  }

  /** Somebody of Maya's with notice, agreement and an active enrolment. */
  public UUID enrols(String name) {
    var client = registers(name);
    givesNotice(client, "2026-02");
    enrols(client, agrees(client));
    return client;
  }

  /** Signs a new agreement, after the former ended, and enrols. */
  public Answer enrolsAgain(UUID client) {
    return enrols(client, agrees(client, actNow()));
  }

  private Answer enrols(UUID client, Answer agreed) {
    return maya().post("/api/clients/{id}/enrollment", client).ifMatch(agreed).send().isOk();
  }

  /** Registers somebody as Maya's client. */
  public UUID registers(String name) {
    return registers(maya(), name);
  }

  public UUID registers(Api specialist, String name) {
    return specialist
        .post("/api/clients")
        .body(
            Map.of(
                "nameToUse",
                name,
                "legalName",
                name + " Brook",
                "dateOfBirth",
                "1990-05-17",
                "languages",
                List.of("en"),
                "contact",
                Map.of("phone", "555-0100", "text", true),
                "anotherPerson",
                true))
        .send()
        .isCreated()
        .id();
  }

  public Answer drafts(Map<String, Object> form) {
    return maya().post("/api/consents").body(form).send().isCreated();
  }

  public Answer signs(Answer draft) {
    return maya()
        .post("/api/consents/{id}/signature", draft.id())
        .body(Map.of("signer", "client", "act", onPaper()))
        .ifMatch(draft)
        .send();
  }

  /** Draws a consent up and has it signed at this moment. */
  public Answer signsNow(Map<String, Object> form) {
    var draft = drafts(form);
    return maya()
        .post("/api/consents/{id}/signature", draft.id())
        .body(Map.of("signer", "client", "act", actNow()))
        .ifMatch(draft)
        .send()
        .isOk();
  }

  /** A signed consent of that client; gives its id. */
  public UUID consents(UUID client, String name) {
    return signs(drafts(Forms.consentOf(client, name))).isOk().id();
  }

  public Answer revokes(UUID consent) {
    return maya().post("/api/consents/{id}/revocation", consent).body(Map.of("act", act())).send();
  }

  public Answer asksTheDoor(Map<String, Object> request) {
    return referralService().post("/api/disclosures").body(request).send();
  }

  /** A released referral of that client; gives the disclosure's id. */
  public UUID discloses(UUID client, UUID referral) {
    return UUID.fromString(
        asksTheDoor(Forms.referral(client, referral, "sending-1")).isOk().at("/disclosureId"));
  }

  /** The client asks Maya for all of their record. */
  public Answer asksForTheirRecord(UUID client) {
    return maya()
        .post("/api/record-requests")
        .body(
            Map.of(
                "kind",
                "own-access",
                "requester",
                "The client",
                "words",
                "All of it, please",
                "receivedAt",
                Instant.now().minusSeconds(30).toString(),
                "clientId",
                client))
        .send()
        .isCreated();
  }

  /** A supervisor says that one record is of the same person as another, which remains. */
  public Answer merges(UUID merged, UUID surviving) {
    return rosaTheSupervisor()
        .post("/api/clients/{id}/merge", merged)
        .body(Map.of("into", surviving))
        .send();
  }

  /**
   * The client asks that a recipient hears nothing, and the privacy officer grants it; gives the
   * restriction's id.
   */
  public UUID restricts(UUID client, String recipient) {
    var asked =
        maya()
            .post("/api/clients/{id}/restrictions", client)
            .body(Map.of("recipient", recipient, "act", act()))
            .send()
            .isCreated();
    priyaThePrivacyOfficer()
        .post("/api/clients/%s/restrictions/%s/decision".formatted(client, asked.id()))
        .body(Map.of("granted", true))
        .send()
        .isOk();
    return asked.id();
  }
}
