package org.handrail.referral.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.referral.fixtures.Coalition;

/** Feeds of our own, what is imported of them, and who looks for it. */
final class Listings {
  private final Coalition coalition;

  Listings(Coalition coalition) {
    this.coalition = coalition;
  }

  Api cora() {
    return coalition.as("cora", "cedarhouse", Role.AGENCY_ADMIN);
  }

  static Map<String, Object> about(String zone) {
    return Map.of("title", "Port Amity", "zone", zone, "attribution", "With thanks");
  }

  String feed(String name, String fellowship) {
    String unique = name + "-" + UUID.randomUUID();
    coalition
        .olive()
        .post("/api/meetings/feeds")
        .body(Map.of("name", unique, "fellowship", fellowship, "about", about("America/New_York")))
        .send()
        .isCreated();
    return unique;
  }

  Answer take(String feed, Object file) {
    var call = coalition.olive().post("/api/meetings/imports?feed=" + feed);
    return (file instanceof byte[] bytes ? call.bytes(bytes) : call.body(file)).send();
  }

  Answer search(String query) {
    return coalition.maya().get("/api/meetings?" + query).send();
  }

  List<String> names(String query) {
    return search(query + "&limit=100")
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.at("/meeting/name").asString())
        .toList();
  }

  List<String> starts(String query) {
    return search(query)
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(i -> i.at("/meeting/name").asString() + " " + i.at("/startsAt").asString())
        .toList();
  }

  List<String> paged(String query, int limit) {
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      Answer page = search(query + "&limit=" + limit + after).isOk();
      page.json().at("/items").forEach(item -> seen.add(item.at("/meeting/name").asString()));
      after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!after.isEmpty());
    return seen;
  }

  static String row(String slug, String name, String day) {
    return """
    {"slug": "%s", "name": "%s", "day": %s, "time": "19:00", "types": ["O"], "location": "%s hall"}
    """
        .formatted(slug, name, day, name);
  }

  static String weekly(int count) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      rows.add(row("m" + i, "Meeting " + i, String.valueOf(i % 7)));
    }
    return "[" + String.join(",", rows) + "]";
  }
}
