package org.handrail.client.group;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;

/** Somebody who holds groups, and what happens in these. */
record Facilitator(Api sam) {

  Answer begins(int capacity) {
    return sam.post("/api/groups")
        .body(Map.of("name", "Tuesdays", "agenda", "How the week was", "capacity", capacity))
        .send();
  }

  Answer meets(Answer group) {
    return meets(group, Instant.now());
  }

  Answer meets(Answer group, Instant at) {
    return sam.post("/api/groups/{id}/sessions", group.id()).body(lasting(at)).send().isCreated();
  }

  static Map<String, Object> lasting(Instant from) {
    return Map.of("startsAt", from.toString(), "endsAt", from.plusSeconds(3600).toString());
  }

  /** Gives the id of the sign-in. */
  String comes(Answer group, Answer session, String alias) {
    return signsIn(group, session, Map.of("alias", alias, "pledge", true))
        .isCreated()
        .json()
        .at("/items")
        .valueStream()
        .filter(came -> came.at("/alias").asString().equals(alias))
        .findFirst()
        .orElseThrow()
        .at("/id")
        .asString();
  }

  Answer signsIn(Answer group, Answer session, Map<String, Object> form) {
    return signsIn(sam, group, session, form);
  }

  static Answer signsIn(Api who, Answer group, Answer session, Map<String, Object> form) {
    return who.post("/api/groups/{id}/sessions/{session}/sign-ins", group.id(), session.id())
        .body(form)
        .send();
  }

  static Answer roster(Api who, Answer group, Answer session) {
    return who.get("/api/groups/{id}/sessions/{session}/roster", group.id(), session.id()).send();
  }

  static Map<String, Object> wish(UUID client) {
    var wish = new HashMap<String, Object>();
    wish.put("clientId", client);
    wish.put("act", ClientService.actNow());
    wish.put("mode", "in-person");
    wish.put("place", "recovery-community-center");
    wish.put("activities", List.of("listening"));
    wish.put("goalId", UUID.randomUUID());
    return wish;
  }

  static Answer puts(Api who, Answer group, Answer session, Map<String, Object> wish) {
    return who.post("/api/groups/{id}/sessions/{session}/on-record", group.id(), session.id())
        .body(wish)
        .send();
  }

  static Answer callsOff(Api who, Answer group, Answer session) {
    return who.post("/api/groups/{id}/sessions/{session}/cancellation", group.id(), session.id())
        .send();
  }

  static Answer handsOn(Api who, Answer group, String to) {
    return who.post("/api/groups/{id}/facilitator", group.id())
        .body(Map.of("facilitator", to))
        .send();
  }

  /** Takes somebody back who was typed by mistake. */
  Answer takesBack(Answer group, Answer session, String signIn) {
    return sam.delete(
            "/api/groups/%s/sessions/%s/sign-ins/%s".formatted(group.id(), session.id(), signIn))
        .send();
  }
}
