package org.handrail.client.endpoint;

import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.ownAct;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.companion.Companionship;
import org.handrail.client.emergency.Glass;
import org.handrail.client.encounter.Meetings;
import org.handrail.client.request.PrivacyDesk;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;

/** A client of Maya's with one of everything that has an id, and what else has one at Riverbend. */
final class OneOfEverything {
  private final ClientService service;
  private final Roster roster;
  private final UUID client;
  private final Api maya;
  private final Api own;
  private final Map<String, String> ids = new HashMap<>();

  private OneOfEverything(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    roster = new Roster(api, tokens, "riverbend");
    client = service.enrols("Evy");
    service.hasOwnSignIn(client);
    maya = service.maya();
    own = service.noor();
  }

  static Ids ids(Api api, TokenIssuer tokens) {
    var all = new OneOfEverything(api, tokens);
    all.ofTheClient();
    all.walkingTogether();
    all.spokenUp();
    all.forThePrivacyOfficer();
    all.ofGroups();
    all.ofSpecialists();
    return new Ids(Map.copyOf(all.ids));
  }

  private void ofTheClient() {
    is("clients", client);
    is("people", client);
    ids.put("lists", "accounting");
    ids.put("assignments", TokenIssuer.subject("maya").value());
    is("consents", service.consents(client, "Evy"));
    is("disclosures", service.discloses(client, UUID.randomUUID()));
    is("restrictions", service.restricts(client, "cedarhouse"));
    theirs("treating-relationships", maya, Map.of("provider", "harborlight"));
    theirs("supporters", maya, Map.of("words", "My sister", "act", act()));
    theirs("obligations", maya, Map.of("kind", "court", "source", "x", "words", "x", "act", act()));
    theirs(
        "contact-letters",
        maya,
        Map.of("from", "2026-11-01", "until", "2026-11-20", "language", "en", "act", act()));
    theirs(
        "grant-enrollments", maya, Map.of("grant", "samhsa-sor", "startedOn", days(0).toString()));
    theirs(
        "co-occurring",
        own,
        Map.of("kind", "trauma", "clientsWords", "It was hard", "raising", "only-the-client"));
  }

  private void walkingTogether() {
    made("encounters", Meetings.records(maya, client, Meetings.starting(aMinuteOfMayas(), 1)));
    theirs("promises", maya, Map.of("words", "I'll call", "dueAt", soon(1)));
    theirs("confidences", maya, Map.of("kind", "confidence", "words", "Afraid of the holidays"));
    accompanied(new Companionship(maya, client));
    var attempts = "/api/clients/" + client + "/attempts";
    made(maya, attempts, attempt());
    ids.put("attempts", maya.get(attempts).send().isOk().at("/items/0/id"));
    var episodes = "/api/clients/" + client + "/episodes";
    ids.put("episodes", maya.get(episodes).send().isOk().at("/items/0/id"));
    var since = Map.of("provider", "Harborlight", "since", "2026-01-10");
    var providers = episodes + "/" + ids.get("episodes") + "/providers";
    ids.put("providers", made(maya, providers, since).at("/providers/0/id"));
  }

  private void accompanied(Companionship mayas) {
    var agreement = mayas.inForce();
    is("companion-agreements", agreement.id());
    mayas.plans(agreement, aMinuteOfMayas().plus(Duration.ofDays(200)), 4).isCreated();
    maya.post(mayas.path() + "/" + agreement.id() + "/legs")
        .body(WellFormed.journey())
        .send()
        .isCreated();
    var schedule = mayas.schedule(agreement);
    ids.put("shifts", schedule.at("/shifts/0/id"));
    ids.put("legs", schedule.at("/itinerary/0/id"));
  }

  private static Map<String, String> attempt() {
    return Map.of(
        "at", "2026-11-20T09:00:00Z",
        "initiative", "specialist",
        "way", "text",
        "outcome", "not-reached");
  }

  private void spokenUp() {
    theirs("grievances", maya, Map.of("clientsWords", "Not heard", "matter", "discrimination"));
    theirs("complaints", own, Map.of("words", "It took weeks"));
    theirs("specialist-changes", own, Map.of("act", Roster.said("own-sign-in")));
    theirs(
        "relationship-ratings",
        own,
        Map.of(
            "of", TokenIssuer.subject("maya").value(),
            "heard", 9,
            "act", Roster.said("own-sign-in")));
    theirs("matches", own, Map.of("livedExperience", List.of("grief")));
    theirs(
        "annotations",
        own,
        Map.of("about", Map.of("kind", "plan", "id", UUID.randomUUID()), "words", "Not my words"));
    var list = Map.of("clientId", client, "kind", "accounting", "act", ownAct());
    made("list-requests", own.post("/api/disclosures/list-requests").body(list).send());
  }

  private void forThePrivacyOfficer() {
    made("record-requests", new PrivacyDesk(service).comesIn(WellFormed.ownAccess(client)));
    made("emergency-access", Glass.breaksGlass(maya, Glass.emergency(client)));
    made("reports", maya.post("/api/disclosures/reports/child-abuse").body(report()).send());
    var priya = service.priyaThePrivacyOfficer();
    var lost = Map.of("discoveredAt", "2026-11-20T09:00:00Z", "what", "A folder");
    made("breaches", priya.post("/api/disclosures/breaches").body(lost).send());
    theyAreTold(priya, "/api/disclosures/breaches/" + ids.get("breaches"));
    var month =
        Map.of("grant", "samhsa-sor", "from", days(-1).toString(), "until", days(0).toString());
    made("grant-exports", priya.post("/api/clients/grant-exports").body(month).send());
  }

  private void theyAreTold(Api priya, String breach) {
    var told = Map.of("whom", "individuals", "how", "first-class-mail", "sentAt", soon(0));
    ids.put(
        "notices",
        priya
            .post(breach + "/notices")
            .ifMatch(priya.get(breach).send().isOk())
            .body(told)
            .send()
            .isOk()
            .at("/mailings/0/id"));
  }

  private Map<String, Object> report() {
    return Map.of(
        "clientId",
        client,
        "recipient",
        "child-protection",
        "reference",
        "R-" + UUID.randomUUID(),
        "madeAt",
        Instant.now().minusSeconds(60).toString(),
        "reporter",
        "Maya Reyes",
        "told",
        Map.of("concern", "Bruises", "child", "A boy of about six"));
  }

  private void ofGroups() {
    var sam = new Meetings(service.nobody(), TokenIssuer.shared()).somebodyNew();
    var group = made(sam, "/api/groups", Map.of("name", "T", "agenda", "Week", "capacity", 8));
    made("groups", group);
    var sessions = "/api/groups/" + group.id() + "/sessions";
    var session = Map.of("startsAt", Instant.now().toString(), "endsAt", soon(1));
    made("sessions", sam.post(sessions).body(session).send());
    var came = Map.of("alias", "J.D.", "pledge", true);
    var signIns = sessions + "/" + ids.get("sessions") + "/sign-ins";
    ids.put("sign-ins", made(sam, signIns, came).at("/items/0/id"));
  }

  private void ofSpecialists() {
    var name = "specialist " + UUID.randomUUID();
    var specialist = roster.joins(name);
    is("specialists", specialist);
    var credential = roster.begins(specialist, "icrc-pr", days(-1));
    made("credentials", credential);
    made(
        "hours",
        roster.peer(name).post(Roster.address(credential) + "/hours").body(training()).send());
    made(
        "outreach-contacts",
        maya.post("/api/outreach-contacts")
            .body(Map.of("metOn", "2026-11-20", "place", "street"))
            .send());
    var rosa = service.rosaTheSupervisor();
    rosa.get("/api/clients").send().isOk();
    var note = Map.of("kind", "note", "words", "x", "talkTo", TokenIssuer.subject("rosa").value());
    made("wellness", maya.post("/api/specialists/me/wellness").body(note).send());
    ids.put("talks", rosa.get("/api/specialists/me/talks").send().isOk().at("/items/0/id"));
    maya.post("/api/clients/{id}/debriefs", client)
        .body(Map.of("after", "overdose"))
        .send()
        .hasStatus(204);
    ids.put("debriefs", maya.get("/api/specialists/debriefs").send().isOk().at("/items/0/id"));
    made(
        "dual-relationships",
        maya.post("/api/specialists/me/dual-relationships")
            .body(Map.of("clientId", client))
            .send());
    made(
        "supervision-sessions",
        rosa.post("/api/specialists/{id}/supervision-sessions", specialist)
            .body(Map.of("heldAt", soon(-1), "minutes", 60))
            .send());
    var duty = Map.of("specialistId", specialist, "startsAt", soon(-1), "endsAt", soon(7));
    made("on-call", rosa.post("/api/specialists/on-call").body(duty).send());
  }

  private static Map<String, Object> training() {
    return Map.of(
        "kind", "training",
        "domain", "ethics",
        "activity", "Ethics",
        "provider", "McShin Foundation",
        "startsAt", soon(-3),
        "endsAt", soon(-2),
        "minutes", 60);
  }

  private void theirs(String noun, Api who, Map<String, ?> body) {
    made(noun, who.post("/api/clients/" + client + "/" + noun).body(body).send());
  }

  private static Answer made(Api who, String path, Map<String, ?> body) {
    return who.post(path).body(body).send().isCreated();
  }

  private void made(String noun, Answer answer) {
    is(noun, answer.isCreated().id());
  }

  private void is(String noun, UUID id) {
    ids.put(noun, id.toString());
  }

  /** No two encounters of hers overlap, in whatever test. */
  private static Instant aMinuteOfMayas() {
    return Meetings.NINE.minus(UUID.randomUUID().hashCode() & 0xffff, ChronoUnit.MINUTES);
  }

  private static String soon(int hours) {
    return Instant.now().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static LocalDate days(int from) {
    return Roster.today().plusDays(from);
  }
}
