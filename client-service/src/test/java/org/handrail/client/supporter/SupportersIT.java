package org.handrail.client.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class SupportersIT {
  private static final List<String> PARTS =
      List.of(
          "",
          "/episodes",
          "/supporters",
          "/annotations",
          "/access-log",
          "/sheets",
          "/obligations",
          "/promises");

  private final ClientService service;

  SupportersIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("R27")
  void keepsOfAnotherPersonOnlyWhatTheyAgreedToThemselves() {
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    var path = "/api/clients/" + id + "/supporters";
    var named = new HashMap<String, Object>();
    named.put("words", "My sister");
    named.put("nameToUse", "Bea");
    named.put("contact", Map.of("phone", "555-0103"));
    named.put("act", ClientService.act());
    service
        .maya()
        .post(path)
        .body(named)
        .send()
        .isProblem(422, "supporter-act-missing")
        .hasFault("/ownAct", "missing");
    named.put("ownAct", Map.of("kind", "in-person", "at", "2199-01-01T00:00:00Z"));
    service
        .maya()
        .post(path)
        .body(named)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/ownAct/at", "in-future");
    named.put("ownAct", ClientService.act());
    service.maya().post(path).body(named).send().isCreated();
    // The client cannot agree in their place, but may name them in words.
    named.remove("act");
    service
        .noor()
        .post(path)
        .body(named)
        .send()
        .isProblem(422, "supporter-act-missing")
        .hasFault("/ownAct", "not-possible");
    service.noor().post(path).body(Map.of("words", "My uncle")).send().isCreated();

    var all = service.maya().get(path).send().isOk();
    assertThat(all.at("/items/0/nameToUse")).isEqualTo("Bea");
    assertThat(all.json().at("/items/0/contact/call").asBoolean(true)).isFalse();
    assertThat(all.at("/items/1/words")).isEqualTo("My uncle");
    assertThat(all.json().at("/items/1/agreed").asBoolean(true)).isFalse();
    var end = path + "/" + all.at("/items/0/id") + "/end";
    service
        .maya()
        .post(end)
        .body(Map.of())
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    service.maya().post(end).body(Map.of("act", ClientService.actNow())).send().hasStatus(204);
    service
        .maya()
        .post(end)
        .body(Map.of("act", ClientService.actNow()))
        .send()
        .isProblem(409, "supporter-ended");
    assertThat(service.maya().get(path).send().json().at("/items")).hasSize(1);
    var uncle = path + "/" + all.at("/items/1/id") + "/end";
    service.noor().post(uncle).key("uncle").body(Map.of()).send().hasStatus(204);
    service.noor().post(uncle).key("uncle").body(Map.of()).send().hasStatus(204);
    assertThat(service.maya().get(path).send().json().at("/items")).isEmpty();
    var record = service.noor().get("/api/clients/{id}/record", id).send().isOk();
    assertThat(record.at("/sections/supporter/0/endKind")).isEqualTo("in-person");
    assertThat(record.at("/sections/supporter/0/endedBy"))
        .isEqualTo(TokenIssuer.subject("maya").value());
    assertThat(record.at("/sections/supporter/1/endKind")).isEqualTo("own-sign-in");
    service.paul().get(path).send().isNotFound();
  }

  @Test
  @Proves("R27")
  void whatAPhoneThatIsAheadSaysTheyAgreedToIsByOurClock() {
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    var agreed = ClientService.act(Instant.now().plus(Duration.ofMinutes(3)));
    service
        .maya()
        .post("/api/clients/{id}/supporters", id)
        .body(Map.of("words", "My sister", "ownAct", agreed, "act", ClientService.act()))
        .send()
        .isCreated();
    var record = service.noor().get("/api/clients/{id}/record", id).send().isOk();
    assertThat(OffsetDateTime.parse(record.at("/sections/supporter/0/ownActAt")))
        .isEqualTo(OffsetDateTime.parse(record.at("/sections/supporter/0/actRecordedAt")));
  }

  /** The one who is named is a client too, by the same name and number, and signs in. */
  @Test
  @Proves("R27")
  void standingByAClientShowsNothingOfThem() {
    var ana = service.registers("Ana");
    var sister = service.registers("Bea");
    service.hasOwnSignIn(sister);
    var seenBefore = ownPages(sister);

    service
        .maya()
        .post("/api/clients/{id}/supporters", ana)
        .body(
            Map.of(
                "words", "My sister",
                "nameToUse", "Bea",
                "contact", Map.of("phone", "555-0100", "text", true),
                "ownAct", ClientService.act(),
                "act", ClientService.act()))
        .send()
        .isCreated();

    for (var part : PARTS) {
      var path = "/api/clients/" + ana + part;
      service.maya().get(path).send().isOk();
      service.noor().get(path).send().isNotFound();
    }
    assertThat(ownPages(sister)).isEqualTo(seenBefore);
  }

  private List<String> ownPages(UUID client) {
    return Stream.concat(
            Stream.of("/api/clients?limit=200"),
            PARTS.stream().map(part -> "/api/clients/" + client + part))
        .map(path -> service.noor().get(path).send().isOk().text())
        .toList();
  }
}
