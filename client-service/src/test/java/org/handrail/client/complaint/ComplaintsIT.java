package org.handrail.client.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class ComplaintsIT {
  private final ClientService service;

  ComplaintsIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("P2-CMP-1")
  void reachesThePrivacyOfficerAndNobodyElse() {
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    var path = "/api/clients/" + id + "/complaints";
    var seen = service.maya().get("/api/clients/{id}", id).send().etag();
    var taken =
        service
            .noor()
            .post(path)
            .body(Map.of("words", "My sister was told that I come here", "language", "es"))
            .send()
            .isCreated();
    assertThat(taken.at("/channel/secretary")).contains("Oficina de Derechos Civiles");
    assertThat(taken.at("/channel/address")).startsWith("https://www.hhs.gov/");
    assertThat(taken.at("/channel/noRetaliation")).contains("represalias");
    assertThat(Attentions.asked("complaint-filed", taken.id()).at("/role").asString())
        .isEqualTo("privacy_officer");

    // Those at the client's side cannot even tell that there is one.
    for (var other : List.of(service.maya(), service.rosaTheSupervisor())) {
      other.get("/api/clients/complaints").send().isProblem(403, "role-not-allowed");
      other
          .get("/api/clients/complaints/{id}", taken.id())
          .send()
          .isProblem(403, "role-not-allowed");
      other.get(path).send().isProblem(403, "role-not-allowed");
    }
    assertThat(service.maya().get("/api/clients/{id}", id).send().etag()).isEqualTo(seen);

    var priya = service.priyaThePrivacyOfficer();
    assertThat(priya.get("/api/clients/complaints?limit=200").send().isOk().text())
        .contains(taken.id().toString());
    var one = "/api/clients/complaints/" + taken.id();
    assertThat(priya.get(one).send().isOk().at("/words"))
        .isEqualTo("My sister was told that I come here");
    priya
        .post(one + "/answer")
        .body(Map.of("words", "We are sorry; it was so."))
        .send()
        .isCreated();
    priya
        .post(one + "/answer")
        .body(Map.of("words", "Again"))
        .send()
        .isProblem(409, "complaint-answered");
    assertThat(Attentions.asked("complaint-answered", taken.id()).at("/subject").asString())
        .isEqualTo(service.clientsSubject("noor").value());
    assertThat(service.noor().get(path).send().isOk().at("/items/0/answer/words"))
        .isEqualTo("We are sorry; it was so.");

    // What the client says of it, and who looked at it, is confined with it.
    var thanks =
        says(service.noor(), id, "complaint", taken.id(), ClientService.ownAct()).isCreated();
    var more =
        says(service.noor(), id, "annotation", thanks.id(), ClientService.ownAct()).isCreated();
    for (var other : List.of(service.maya(), service.rosaTheSupervisor())) {
      says(other, id, "complaint", taken.id(), ClientService.act())
          .isProblem(400, "invalid")
          .hasFault("/about/id", "unknown");
      for (var said : List.of(thanks, more)) {
        says(other, id, "annotation", said.id(), ClientService.act())
            .isProblem(400, "invalid")
            .hasFault("/about/id", "unknown");
      }
    }
    assertThat(
            service
                .maya()
                .get("/api/clients/{id}/annotations", id)
                .send()
                .isOk()
                .json()
                .at("/items"))
        .isEmpty();
    assertThat(service.noor().get("/api/clients/{id}/annotations", id).send().json().at("/items"))
        .hasSize(2);
    assertThat(
            service
                .rosaTheSupervisor()
                .get("/api/clients/{id}/access-log?limit=200", id)
                .send()
                .isOk()
                .text())
        .doesNotContain("complaints", TokenIssuer.subject("priya").value());
    assertThat(
            service.noor().get("/api/clients/{id}/access-log?limit=200", id).send().isOk().text())
        .contains("clients-complaints", TokenIssuer.subject("priya").value());
  }

  private static Answer says(
      Api somebody, UUID client, String kind, UUID of, Map<String, Object> act) {
    return somebody
        .post("/api/clients/{id}/annotations", client)
        .body(Map.of("about", Map.of("kind", kind, "id", of), "words", "Thank you", "act", act))
        .send();
  }

  @Test
  @Proves("P2-CMP-1")
  void whoWritesItDownForAClientCannotReadItAgain() {
    var id = service.registers("Zoe");
    var path = "/api/clients/" + id + "/complaints";
    service
        .maya()
        .post(path)
        .body(Map.of("words", "It took weeks"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    var taken =
        service
            .maya()
            .post(path)
            .body(Map.of("words", "It took weeks", "act", ClientService.act()))
            .send()
            .isCreated();
    assertThat(taken.text()).doesNotContain("weeks");
    assertThat(taken.at("/channel/noRetaliation"))
        .contains("Nobody may hold a complaint against you");
    service
        .maya()
        .get("/api/clients/complaints/{id}", taken.id())
        .send()
        .isProblem(403, "role-not-allowed");
    service
        .paul()
        .post(path)
        .body(Map.of("words", "x", "act", ClientService.act()))
        .send()
        .isNotFound();
    service.noor().get(path).send().isNotFound();
  }

  @Test
  void whereElseToTurnIsToldInALanguageOfTheClients() {
    for (var tag : List.of("es-MX", "es-US", "ES")) {
      assertThat(told(service.registers("Luz"), Map.of("language", tag))).contains("represalias");
      assertThat(told(reads("vi", tag), Map.of())).contains("represalias");
    }
    var luz = reads("es");
    assertThat(told(luz, Map.of("language", "EN-us"))).startsWith("Nobody");
    assertThat(told(luz, Map.of("language", "vi"))).contains("represalias");
    assertThat(told(reads("vi"), Map.of())).startsWith("Nobody");
  }

  private UUID reads(String... languages) {
    return service
        .maya()
        .post("/api/clients")
        .body(Map.of("nameToUse", "Luz", "languages", List.of(languages)))
        .send()
        .isCreated()
        .id();
  }

  private String told(UUID client, Map<String, Object> language) {
    var complaint = new HashMap<String, Object>(language);
    complaint.put("words", "Too loud");
    complaint.put("act", ClientService.act());
    return service
        .maya()
        .post("/api/clients/{id}/complaints", client)
        .body(complaint)
        .send()
        .isCreated()
        .at("/channel/noRetaliation");
  }

  @Test
  void anotherAgencysPrivacyOfficerSeesNothing() {
    var id = service.registers("Abe");
    var taken =
        service
            .maya()
            .post("/api/clients/{id}/complaints", id)
            .body(Map.of("words", "Too loud", "act", ClientService.act()))
            .send()
            .isCreated();
    var theirs = service.privacyOfficerOf("cedarhouse");
    theirs.get("/api/clients/complaints/{id}", taken.id()).send().isNotFound();
    theirs
        .post("/api/clients/complaints/{id}/answer", taken.id())
        .body(Map.of("words", "x"))
        .send()
        .isNotFound();
    assertThat(theirs.get("/api/clients/complaints?limit=200").send().isOk().text())
        .doesNotContain(taken.id().toString());
  }

  @Test
  void ofTwoAnswersAtOnceOneIsGiven() throws Exception {
    var id = service.registers("Bea");
    var taken =
        service
            .maya()
            .post("/api/clients/{id}/complaints", id)
            .body(Map.of("words", "Too cold", "act", ClientService.act()))
            .send()
            .isCreated();
    var statuses =
        AtOnce.both(
            n ->
                service
                    .priyaThePrivacyOfficer()
                    .post("/api/clients/complaints/{id}/answer", taken.id())
                    .body(Map.of("words", "Answer " + n))
                    .send()
                    .status());
    assertThat(statuses).containsExactlyInAnyOrder(201, 409);
  }
}
