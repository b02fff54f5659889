package org.handrail.client.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class SupportersIT {
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
  void standingByAClientShowsNothingOfThem() {
    var ana = service.registers("Noor");
    var sister = service.registers("Bea");
    service.hasOwnSignIn(sister);
    service
        .maya()
        .post("/api/clients/{id}/supporters", ana)
        .body(
            Map.of(
                "words",
                "My sister",
                "nameToUse",
                "Bea",
                "ownAct",
                ClientService.act(),
                "act",
                ClientService.act()))
        .send()
        .isCreated();
    // Whose sign-in this is stands by the other, and is a client in their own right.
    var signedIn = service.noor();
    signedIn.get("/api/clients/{id}", sister).send().isOk();
    for (var part :
        List.of(
            "",
            "/episodes",
            "/supporters",
            "/annotations",
            "/access-log",
            "/sheets",
            "/obligations")) {
      signedIn.get("/api/clients/" + ana + part).send().isNotFound();
    }
    assertThat(signedIn.get("/api/clients?limit=200").send().isOk().text())
        .doesNotContain(ana.toString());
  }
}
