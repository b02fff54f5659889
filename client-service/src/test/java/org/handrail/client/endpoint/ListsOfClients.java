package org.handrail.client.endpoint;

import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.actNow;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.client.emergency.Glass;
import org.handrail.client.encounter.Meetings;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;

/** Lists of what is kept of Sam's clients and of Kim's, who is a colleague of Sam. */
final class ListsOfClients {
  private static final String LIST_REQUESTS = "/api/disclosures/list-requests";

  private final ClientService service;
  private final Meetings meetings;
  private final Sweeping sweeping;
  private final Api sam;
  private final String kimsName = "specialist " + UUID.randomUUID();
  private final Api kim;
  private final UUID kims;
  private final UUID sams;
  private final UUID samsOther;
  private final Api own;

  ListsOfClients(Api api, TokenIssuer tokens, Sweeping sweeping) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    this.sweeping = sweeping;
    sam = meetings.somebodyNew();
    kim = meetings.specialist(kimsName);
    kims = meetings.clientOf(kim);
    sams = meetings.clientOf(sam);
    samsOther = meetings.clientOf(sam);
    own = meetings.signIn(sam, sams);
  }

  Stream<Listed> all() {
    var other = samsOther.toString();
    return Stream.of(
        new Listed(sam, "/api/clients", List.of(kims), sams, other),
        noticeOffers(other),
        reassessments(),
        outreachContacts(),
        listRequests(""),
        incidentReports(),
        emergencies(""),
        emergencies("?clientId=" + sams),
        confidences(),
        grievances(),
        matches(),
        coOccurring(),
        accessLog(),
        annotations(),
        identitiesBefore(),
        auditedRows());
  }

  private Listed noticeOffers(String next) {
    defersNotice(kim, kims);
    defersNotice(sam, sams);
    defersNotice(sam, samsOther);
    return new Listed(sam, "/api/clients/notice-offers", List.of(kims), sams, next);
  }

  private static void defersNotice(Api who, UUID client) {
    var later = Instant.now().plus(Duration.ofDays(2)).toString();
    who.post("/api/clients/{id}/notices/deferral", client)
        .body(Map.of("deferredReason", "capacity", "remindAt", later))
        .send()
        .isCreated();
  }

  private Listed reassessments() {
    var hidden = enrolls(kim, kims, 3);
    var here = enrolls(sam, sams, 2);
    var next = enrolls(sam, samsOther, 1).toString();
    var path = "/api/clients/reassessments?grant=samhsa-sor";
    return new Listed(sam, path, List.of(hidden), here, next);
  }

  private static UUID enrolls(Api who, UUID client, int daysAgo) {
    var started = Roster.today().minusDays(daysAgo).toString();
    return made(
        who,
        "/api/clients/" + client + "/grant-enrollments",
        Map.of("grant", "samhsa-sor", "startedOn", started));
  }

  private Listed outreachContacts() {
    var next = meetsSomebody(sam, 2).toString();
    var here = meetsSomebody(sam, 1);
    return new Listed(sam, "/api/outreach-contacts", List.of(meetsSomebody(kim, 0)), here, next);
  }

  private static UUID meetsSomebody(Api who, int daysAgo) {
    var on = Roster.today().minusDays(daysAgo).toString();
    return made(who, "/api/outreach-contacts", Map.of("metOn", on, "place", "street"));
  }

  /** Of Sam's client, what is open of it. */
  Listed openListRequests() {
    return listRequests("&open=true");
  }

  private Listed listRequests(String more) {
    var hidden = asksForList(kim, kims, 3);
    var here = asksForList(sam, sams, 2);
    var next = asksForList(sam, sams, 1).toString();
    return new Listed(sam, LIST_REQUESTS + "?clientId=" + sams + more, List.of(hidden), here, next);
  }

  private static UUID asksForList(Api who, UUID client, int hoursAgo) {
    var act = act(Instant.now().minus(Duration.ofHours(hoursAgo)));
    return made(who, LIST_REQUESTS, Map.of("clientId", client, "kind", "accounting", "act", act));
  }

  void answersListRequest(UUID request) {
    var priya = service.priyaThePrivacyOfficer();
    var path = LIST_REQUESTS + "/" + request;
    priya
        .post(path + "/answer")
        .ifMatch(priya.get(path).send().isOk())
        .body(Map.of("how", "mailed"))
        .send()
        .isOk();
  }

  private Listed incidentReports() {
    var hidden = reports(kim, kims);
    var here = reports(sam, sams);
    var next = reports(sam, sams).toString();
    return new Listed(
        sam, "/api/disclosures/reports?clientId=" + sams, List.of(hidden), here, next);
  }

  private static UUID reports(Api who, UUID client) {
    return made(
        who,
        "/api/disclosures/reports/child-abuse",
        Map.of(
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
            Map.of("concern", "Bruises", "child", "A boy of about six")));
  }

  /** A colleague's, and one of Sam's own that told them nothing, not even that it was kept. */
  private Listed emergencies(String query) {
    var colleagues = breaksGlass(kim, kims);
    var untold = isRefusedGlass();
    var here = breaksGlass(sam, sams);
    var next = breaksGlass(sam, sams).toString();
    return new Listed(
        sam, "/api/emergency-access" + query, List.of(colleagues, untold), here, next);
  }

  private static UUID breaksGlass(Api who, UUID client) {
    return Glass.breaksGlass(who, Glass.emergency(client)).isCreated().id();
  }

  private UUID isRefusedGlass() {
    Glass.isRefused(sam, kims).isProblem(422, "emergency-not-medical");
    sweeping.sweep();
    var kept =
        service
            .priyaThePrivacyOfficer()
            .get("/api/emergency-access?clientId=" + kims)
            .send()
            .isOk()
            .json()
            .at("/items")
            .valueStream()
            .filter(access -> access.at("/outcome").asString().equals("denied"))
            .toList();
    return UUID.fromString(kept.getLast().at("/id").asString());
  }

  private Listed confidences() {
    var client = meetings.clientOf(sam);
    sam.post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", TokenIssuer.subject(kimsName), "relation", "backup"))
        .send()
        .isCreated();
    var path = "/api/clients/" + client + "/confidences";
    var confided = Map.of("kind", "confidence", "words", "Afraid of the holidays");
    var hidden = made(kim, path, confided);
    var here = made(sam, path, confided);
    return new Listed(sam, path, List.of(hidden), here, made(sam, path, confided).toString());
  }

  private Listed grievances() {
    var path = "/api/clients/" + sams + "/grievances";
    var next = isTold(path).toString();
    var here = isTold(path);
    return new Listed(service.rosaTheSupervisor(), path, List.of(speaksUp(path)), here, next);
  }

  private UUID isTold(String path) {
    var told = speaksUp(path);
    sam.post(path + "/" + told + "/escalation").body(Map.of("act", actNow())).send().isOk();
    return told;
  }

  private UUID speaksUp(String path) {
    return made(sam, path, Map.of("clientsWords", "Not heard", "matter", "discrimination"));
  }

  private Listed matches() {
    var path = "/api/clients/" + sams + "/matches";
    var wish = Map.of("languages", List.of("en"));
    var next = made(sam, path, wish).toString();
    var here = made(sam, path, wish);
    var byThemselves = made(own, path, wish);
    var ofKims = made(kim, "/api/clients/" + kims + "/matches", wish);
    return new Listed(sam, path, List.of(byThemselves, ofKims), here, next);
  }

  private Listed coOccurring() {
    var path = "/api/clients/" + sams + "/co-occurring";
    var hidden = tells(path);
    var here = tells(path);
    var next = tells(path).toString();
    own.post(path + "/" + hidden + "/taking-back").body(Map.of()).send().isOk();
    return new Listed(sam, path, List.of(hidden), here, next);
  }

  private UUID tells(String path) {
    return made(
        own,
        path,
        Map.of("kind", "trauma", "clientsWords", "It was hard", "raising", "only-the-client"));
  }

  private Listed accessLog() {
    var next = lookedAt("episodes").toString();
    var here = lookedAt("supporters");
    var path = "/api/clients/" + sams + "/access-log";
    return new Listed(sam, path, List.of(lookedAt("confidences")), here, next);
  }

  /** Sam looks at that, of which the client reads. */
  private UUID lookedAt(String what) {
    sam.get("/api/clients/" + sams + "/" + what).send().isOk();
    return own.get("/api/clients/{id}/access-log?limit=200", sams)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .filter(look -> look.at("/kind").asString().equals("clients-" + what))
        .map(look -> UUID.fromString(look.at("/id").asString()))
        .findFirst()
        .orElseThrow();
  }

  private Listed annotations() {
    var hidden = annotates("look", lookedAt("confidences"));
    var here = annotates("plan", UUID.randomUUID());
    var next = annotates("plan", UUID.randomUUID()).toString();
    return new Listed(sam, "/api/clients/" + sams + "/annotations", List.of(hidden), here, next);
  }

  private UUID annotates(String kind, UUID about) {
    return made(
        own,
        "/api/clients/" + sams + "/annotations",
        Map.of("about", Map.of("kind", kind, "id", about), "words", "It was otherwise"));
  }

  private Listed identitiesBefore() {
    var client = "/api/clients/" + sams;
    var before = client + "/identity/before";
    var next = changes(client + "/identity", Map.of("legalName", "Ana Hill"), before).toString();
    var here = changes(client + "/identity", Map.of("legalName", "Ana Rivers"), before);
    var changed =
        changes(client + "/profile", Map.of("nameToUse", "Anni"), client + "/profile/changes");
    return new Listed(service.priyaThePrivacyOfficer(), before, List.of(changed), here, next);
  }

  private UUID changes(String path, Map<String, String> said, String newestFirst) {
    var body = new HashMap<String, Object>(said);
    body.put("act", actNow());
    var seen = sam.get("/api/clients/{id}", sams).send().isOk();
    sam.put(path).body(body).ifMatch(seen).send().isOk();
    return UUID.fromString(own.get(newestFirst).send().isOk().at("/items/0/id"));
  }

  /** An answer that the client's consent withheld from the agency stands in its ledger. */
  private Listed auditedRows() {
    var client = service.registers("Ana");
    var oneWay = Forms.consentOf(client, "Ana");
    oneWay.put("disclosers", List.of("riverbend"));
    oneWay.put("recipients", Map.of("named", List.of("harborlight")));
    service.signs(service.drafts(oneWay)).isOk();
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);
    var withheld = service.asksTheDoor(Forms.answer(sent, referral, "acknowledged-2")).isOk();
    var hidden = UUID.fromString(withheld.at("/disclosureId"));
    var here = service.discloses(client, UUID.randomUUID());
    var next = service.discloses(client, UUID.randomUUID());
    var told = service.maya().get("/api/disclosures/{id}", next).send().isOk().at("/releasedAt");
    return new Listed(service.priyaThePrivacyOfficer(), grantToRead(), List.of(hidden), here, told);
  }

  private String grantToRead() {
    var priya = service.priyaThePrivacyOfficer();
    var asked =
        priya
            .post("/api/record-requests")
            .body(
                Map.of(
                    "kind", "audit",
                    "requester", "Office of the State Auditor",
                    "words", "We would like to look at your disclosures.",
                    "receivedAt", Instant.now().minusSeconds(30).toString()))
            .send()
            .isCreated();
    var grant = "/api/record-requests/" + asked.id() + "/grant";
    priya
        .post(grant)
        .body(
            Map.of(
                "agreement",
                "Agreement 26-114, signed 2026-11-20",
                "purpose",
                "Whether consents were kept",
                "noRedisclosure",
                true,
                "expiresAt",
                Instant.now().plus(Duration.ofDays(30)).toString(),
                "destroyBy",
                Roster.today().plusDays(60).toString()))
        .send()
        .isCreated();
    return grant + "/rows";
  }

  private static UUID made(Api who, String path, Map<String, ?> body) {
    Answer answer = who.post(path).body(body).send().isCreated();
    return answer.id();
  }
}
