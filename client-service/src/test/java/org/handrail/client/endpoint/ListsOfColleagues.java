package org.handrail.client.endpoint;

import static org.handrail.client.specialist.Roster.address;
import static org.handrail.client.specialist.Roster.today;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;

/** Lists of what is kept of Ann and Bob, who are specialists of one agency. */
final class ListsOfColleagues {
  private final Roster roster;
  private final UUID ann;
  private final UUID bob;
  private final UUID anns;
  private final UUID bobs;

  ListsOfColleagues(Api api, TokenIssuer tokens) {
    roster = new Roster(api, tokens, "places-" + UUID.randomUUID().toString().substring(0, 8));
    ann = roster.joins("ann");
    bob = roster.joins("bob");
    anns = roster.registers(roster.peer("ann"), "Una");
    bobs = roster.registers(roster.peer("bob"), "Ivo");
  }

  Stream<Listed> all() {
    return Stream.of(roster(), supervision(), hours(), debriefs(), notebook(), traitFilters());
  }

  /** Of who joined on the same day the one with the lower id comes first. */
  private Listed roster() {
    var annIsFirst = ann.toString().compareTo(bob.toString()) < 0;
    var reader = roster.peer(annIsFirst ? "bob" : "ann");
    return annIsFirst
        ? new Listed(reader, "/api/specialists", List.of(ann), bob, "")
        : new Listed(reader, "/api/specialists", List.of(bob), ann, "");
  }

  private Listed supervision() {
    var next = isSupervised(ann, 5).toString();
    var here = isSupervised(ann, 3);
    var path = "/api/specialists/" + ann + "/supervision-sessions";
    return new Listed(roster.peer("ann"), path, List.of(isSupervised(bob, 1)), here, next);
  }

  private UUID isSupervised(UUID specialist, int hoursAgo) {
    var held = Instant.now().minus(Duration.ofHours(hoursAgo)).toString();
    return made(
        roster.supervisor(),
        "/api/specialists/" + specialist + "/supervision-sessions",
        Map.of("heldAt", held, "minutes", 60));
  }

  private Listed hours() {
    var anns = roster.begins(ann, "icrc-pr", today().minusYears(1)).isCreated();
    var bobs = roster.begins(bob, "icrc-pr", today().minusYears(1)).isCreated();
    var hidden = learns("bob", bobs, today().minusDays(9));
    var here = learns("ann", anns, today().minusDays(8));
    var next = learns("ann", anns, today().minusDays(7)).toString();
    return new Listed(roster.peer("ann"), address(anns) + "/hours", List.of(hidden), here, next);
  }

  private UUID learns(String name, Answer credential, LocalDate day) {
    var begin = day.atTime(9, 0).atZone(Roster.ZONE).toInstant();
    return made(
        roster.peer(name),
        address(credential) + "/hours",
        Map.of(
            "kind",
            "training",
            "domain",
            "ethics",
            "activity",
            "Ethics of " + day,
            "provider",
            "McShin Foundation",
            "startsAt",
            begin.toString(),
            "endsAt",
            begin.plus(Duration.ofHours(1)).toString(),
            "minutes",
            60));
  }

  private Listed debriefs() {
    var next = isOfferedATalk("ann", anns).toString();
    var here = isOfferedATalk("ann", anns);
    var hidden = isOfferedATalk("bob", bobs);
    return new Listed(roster.peer("ann"), "/api/specialists/debriefs", List.of(hidden), here, next);
  }

  private UUID isOfferedATalk(String name, UUID client) {
    var peer = roster.peer(name);
    peer.post("/api/clients/{id}/debriefs", client)
        .body(Map.of("after", "overdose"))
        .send()
        .hasStatus(204);
    var newest = peer.get("/api/specialists/debriefs").send().isOk().at("/items/0/id");
    return UUID.fromString(newest);
  }

  private Listed notebook() {
    var path = "/api/specialists/me/wellness";
    var note = Map.of("kind", "note", "words", "A long week");
    var next = made(roster.peer("ann"), path, note).toString();
    var here = made(roster.peer("ann"), path, note);
    var hidden = made(roster.peer("bob"), path, note);
    return new Listed(roster.peer("ann"), path, List.of(hidden), here, next);
  }

  private Listed traitFilters() {
    var path = "/api/clients/" + anns + "/matches";
    var woman = Map.of("gender", "woman", "act", Roster.said("phone"));
    var next = made(roster.peer("ann"), path, woman).toString();
    var here = made(roster.peer("ann"), path, woman);
    var byLanguage = made(roster.peer("ann"), path, Map.of("languages", List.of("en")));
    return new Listed(
        roster.supervisor(), "/api/specialists/trait-filters", List.of(byLanguage), here, next);
  }

  private static UUID made(Api who, String path, Map<String, ?> body) {
    return who.post(path).body(body).send().isCreated().id();
  }
}
