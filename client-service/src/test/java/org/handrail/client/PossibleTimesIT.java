package org.handrail.client;

import static org.handrail.client.specialist.Roster.address;
import static org.handrail.client.specialist.Roster.today;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** What is written down has been, within ten years; what is planned is to come, within one. */
@HandrailIT
class PossibleTimesIT {
  private static final String LONG_AGO = "1995-05-05";
  private static final String FAR_OFF = "2199-05-05";
  private static final String AT_TEN = "T10:00:00Z";

  private final ClientService service;
  private final Roster roster;

  PossibleTimesIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    roster = new Roster(api, tokens, "possible-times");
  }

  @Test
  void whatIsWrittenDownHasBeenAndNotLongAgo() {
    var client = service.registers("Ana");
    pastOnly(
        service.maya(),
        "/api/disclosures/breaches",
        "discoveredAt",
        Map.of("what", "A laptop was taken"));
    pastOnly(
        service.maya(),
        "/api/record-requests",
        "receivedAt",
        Map.of("kind", "other", "requester", "Somebody", "words", "All there is"));
    pastOnly(
        service.maya(),
        "/api/clients/" + client + "/attempts",
        "at",
        Map.of("initiative", "client", "way", "call", "outcome", "reached"));
    pastOnly(
        service.maya(),
        "/api/disclosures/reports/crimes",
        "madeAt",
        Map.of(
            "clientId",
            client,
            "recipient",
            "county-sheriff",
            "reference",
            "26-1",
            "reporter",
            "Maya",
            "told",
            Map.of("circumstances", "A window was broken", "address", "River Street")));
    pastOnly(
        roster.supervisor(),
        "/api/specialists/" + roster.joins("fay") + "/supervision-sessions",
        "heldAt",
        Map.of("minutes", 60));
    certifiedInTheLastTenYears();
    onDays(
        service.maya(),
        "/api/outreach-contacts",
        "metOn",
        Map.of("place", "street"),
        "too-long-ago",
        "in-future");
  }

  @Test
  void whatIsPlannedIsToComeAndNotFarOff() {
    var client = service.registers("Ana");
    var of = "/api/clients/" + client;
    toComeOnly(service.maya(), of + "/promises", "dueAt", Map.of("words", "I'll be there"));
    toComeOnly(
        service.maya(), of + "/notices/deferral", "remindAt", Map.of("deferredReason", "capacity"));
    onDays(
        service.maya(),
        of + "/not-now",
        "laterOkOn",
        Map.of("act", ClientService.act()),
        "in-past",
        "too-far-ahead");
    var eli = roster.joins("eli");
    onDays(
        roster.supervisor(),
        "/api/specialists/" + eli + "/leave",
        "until",
        Map.of(),
        "in-past",
        "too-far-ahead");
    onDays(
        roster.supervisor(),
        "/api/specialists/" + eli + "/cap-raises",
        "until",
        Map.of("extra", 1, "words", "Two are away"),
        "in-past",
        "too-far-ahead");
    startsOn(roster.supervisor(), "/api/specialists/on-call", Map.of("specialistId", eli));
    var group =
        service
            .maya()
            .post("/api/groups")
            .body(Map.of("name", "Tuesday", "agenda", "How it goes", "capacity", 8))
            .send()
            .isCreated();
    startsOn(service.maya(), "/api/groups/" + group.id() + "/sessions", Map.of());
  }

  @Test
  void whatOthersDemandAndWhoElseIsThereLiesWithinALife() {
    var client = service.enrols("Ana");
    var of = "/api/clients/" + client;
    var obligation =
        Map.of(
            "kind",
            "court",
            "source",
            "County Court",
            "words",
            "Meetings",
            "act",
            ClientService.act());
    refuses(service.maya(), of + "/obligations", obligation, "beginsOn", "1901-01-01")
        .hasFault("/beginsOn", "too-long-ago");
    refuses(service.maya(), of + "/obligations", obligation, "endsOn", FAR_OFF)
        .hasFault("/endsOn", "too-far-ahead");
    var episode = service.maya().get(of + "/episodes").send().isOk().at("/items/0/id");
    var providers = of + "/episodes/" + episode + "/providers";
    var doctor = Map.<String, Object>of("provider", "Dr. Okafor");
    refuses(service.maya(), providers, doctor, "since", "1901-01-01")
        .hasFault("/since", "too-long-ago");
    refuses(service.maya(), providers, doctor, "since", FAR_OFF)
        .hasFault("/since", "too-far-ahead");
    refuses(
            service.maya(),
            of + "/contact-letters",
            Map.of("until", "2026-11-01", "language", "en", "act", ClientService.act()),
            "from",
            LONG_AGO)
        .hasFault("/from", "too-long-ago");
  }

  private void certifiedInTheLastTenYears() {
    var credential =
        address(roster.begins(roster.joins("gil"), "icrc-pr", today().minusYears(1)).isCreated());
    onDays(
        roster.peer("gil"),
        credential + "/attestations",
        "attestedOn",
        Map.of("code", "IC&RC", "codeVersion", "1"),
        "too-long-ago",
        "in-future");
    onDays(
        roster.supervisor(),
        credential + "/reciprocities",
        "answeredOn",
        Map.of(
            "jurisdiction", "US-TN", "scheme", "CPRS", "issuer", "Tennessee", "answer", "granted"),
        "too-long-ago",
        "in-future");
    var hours =
        Map.<String, Object>of(
            "kind",
            "training",
            "domain",
            "ethics",
            "activity",
            "Ethics",
            "provider",
            "McShin Foundation",
            "minutes",
            60,
            "endsAt",
            LONG_AGO + "T11:00:00Z");
    refuses(roster.peer("gil"), credential + "/hours", hours, "startsAt", LONG_AGO + AT_TEN)
        .hasFault("/startsAt", "too-long-ago");
    // What somebody learned before they set out counts, whatever the scheme makes of it.
    var before = new HashMap<>(hours);
    var day = today().minusYears(9);
    before.put("startsAt", day + AT_TEN);
    before.put("endsAt", day + "T11:00:00Z");
    roster.peer("gil").post(credential + "/hours").body(before).send().isCreated();
  }

  private static void pastOnly(Api who, String path, String field, Map<String, Object> body) {
    refuses(who, path, body, field, LONG_AGO + AT_TEN).hasFault("/" + field, "too-long-ago");
    refuses(who, path, body, field, FAR_OFF + AT_TEN).hasFault("/" + field, "in-future");
  }

  private static void toComeOnly(Api who, String path, String field, Map<String, Object> body) {
    refuses(who, path, body, field, LONG_AGO + AT_TEN).hasFault("/" + field, "in-past");
    refuses(who, path, body, field, FAR_OFF + AT_TEN).hasFault("/" + field, "too-far-ahead");
  }

  private static void onDays(
      Api who,
      String path,
      String field,
      Map<String, Object> body,
      String codeOfLongAgo,
      String codeOfFarOff) {
    refuses(who, path, body, field, LONG_AGO).hasFault("/" + field, codeOfLongAgo);
    refuses(who, path, body, field, FAR_OFF).hasFault("/" + field, codeOfFarOff);
  }

  private static void startsOn(Api who, String path, Map<String, Object> more) {
    for (var day :
        List.of(Map.entry(LONG_AGO, "too-long-ago"), Map.entry(FAR_OFF, "too-far-ahead"))) {
      var body = new HashMap<>(more);
      body.put("endsAt", day.getKey() + "T11:00:00Z");
      refuses(who, path, body, "startsAt", day.getKey() + AT_TEN)
          .hasFault("/startsAt", day.getValue());
    }
  }

  private static Answer refuses(
      Api who, String path, Map<String, Object> body, String field, String value) {
    var all = new HashMap<>(body);
    all.put(field, value);
    return who.post(path).body(all).send().isProblem(400, "invalid");
  }
}
