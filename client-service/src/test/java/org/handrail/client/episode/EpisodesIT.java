package org.handrail.client.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@HandrailIT
class EpisodesIT {
  private final ClientService service;

  EpisodesIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("R4")
  void spansProvidersAndComesBackAsANewOneOverTheYears() {
    var id = service.enrols("Pat");
    var path = "/api/clients/" + id + "/episodes";
    var maya = service.maya();
    var episode = path + "/" + only(id).at("/id").asString();
    assertThat(maya.get(episode).send().isOk().at("/status")).isEqualTo("active");
    maya.post(path).send().isProblem(409, "episode-open");

    var detox =
        maya.post(episode + "/providers")
            .body(Map.of("provider", "Harborlight", "since", "2026-01-10"))
            .send()
            .isCreated();
    var first = detox.at("/providers/0/id");
    maya.put(episode + "/providers/" + first)
        .body(Map.of("until", "2026-01-01"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/until", "before-first-day");
    maya.put(episode + "/providers/" + first).body(Map.of("until", "2026-02-01")).send().isOk();
    maya.put(episode + "/providers/" + UUID.randomUUID())
        .body(Map.of("until", "2026-02-01"))
        .send()
        .isNotFound();
    var both =
        maya.post(episode + "/providers")
            .body(Map.of("provider", "Cedarhouse", "since", "2026-02-01"))
            .send()
            .isCreated();
    assertThat(both.json().at("/providers")).hasSize(2);
    assertThat(both.at("/status")).isEqualTo("active");
    assertThat(both.at("/providers/0/until")).isEqualTo("2026-02-01");

    var closed =
        maya.post(episode + "/closing")
            .body(Map.of("reason", "goals-reached", "act", ClientService.actNow()))
            .ifMatch(both)
            .send()
            .isOk();
    assertThat(closed.at("/status")).isEqualTo("closed");
    var client = maya.get("/api/clients/{id}", id).send().isOk();
    assertThat(client.at("/status")).isEqualTo("registered");
    assertThat(client.at("/relation")).isEqualTo("primary");

    service.enrolsAgain(id);
    var again = maya.get(path).send().isOk();
    assertThat(again.json().at("/items")).hasSize(2);
    assertThat(again.at("/items/0/status")).isEqualTo("closed");
    assertThat(again.at("/items/0/reason")).isEqualTo("goals-reached");
    assertThat(again.at("/items/1/status")).isEqualTo("active");
    assertThat(again.at("/items/1/follows")).isEqualTo(again.at("/items/0/id"));
  }

  @Test
  @Proves({"V1", "R2"})
  void theClientDecidesAndOwesNobodyAReason() {
    var id = service.registers("Quin");
    var path = "/api/clients/" + id + "/episodes";
    var maya = service.maya();
    var opened = maya.post(path).send().isCreated();
    assertThat(opened.at("/status")).isEqualTo("engaged");
    var episode = path + "/" + opened.id();
    maya.post(episode + "/closing")
        .body(Map.of())
        .ifMatch(opened)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    maya.post(episode + "/closing")
        .body(Map.of("reason", "non-compliant", "act", ClientService.actNow()))
        .ifMatch(opened)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/reason", "wrong-format");
    maya.post(episode + "/closing")
        .body(Map.of("reason", "died", "act", ClientService.actNow()))
        .ifMatch(opened)
        .send()
        .isProblem(400, "invalid");
    maya.post(episode + "/closing")
        .body(Map.of("reason", "died"))
        .ifMatch(opened)
        .send()
        .isProblem(409, "supervisor-closes");
    maya.post(episode + "/closing")
        .body(Map.of("act", ClientService.actNow()))
        .ifMatch(9)
        .send()
        .isProblem(412, "version-conflict");
    refusesBefore(episode, "/closing", opened, "before-episode");
    var closed =
        maya.post(episode + "/closing")
            .body(Map.of("act", ClientService.actNow()))
            .ifMatch(opened)
            .send()
            .isOk();
    assertThat(closed.at("/status")).isEqualTo("closed");
    assertThat(closed.json().has("reason")).isFalse();
    maya.post(episode + "/closing")
        .body(Map.of("act", ClientService.actNow()))
        .ifMatch(closed)
        .send()
        .isProblem(409, "episode-step-not-possible");
  }

  @Test
  void pausesWithTheDoorOpenAndGoesBackToEngagedWithoutAnAgreement() {
    var id = service.enrols("Rae");
    var path = "/api/clients/" + id + "/episodes";
    var maya = service.maya();
    var episode = path + "/" + only(id).at("/id").asString();
    refusesBefore(episode, "/pause", maya.get(episode).send(), "before-step");
    var paused =
        maya.post(episode + "/pause")
            .body(Map.of())
            .ifMatch(maya.get(episode).send())
            .send()
            .isOk();
    assertThat(paused.at("/status")).isEqualTo("paused");
    assertThat(maya.get("/api/clients/{id}", id).send().at("/status")).isEqualTo("active");
    refusesBefore(episode, "/resumption", paused, "before-step");
    var resumed =
        maya.post(episode + "/resumption")
            .body(Map.of("act", ClientService.actNow()))
            .ifMatch(paused)
            .send()
            .isOk();
    assertThat(resumed.at("/status")).isEqualTo("active");
    maya.post("/api/clients/{id}/agreements/end", id).body(Map.of()).send().isOk();
    assertThat(only(id).at("/status").asString()).isEqualTo("engaged");
    service.enrolsAgain(id);
    assertThat(only(id).at("/status").asString()).isEqualTo("active");
  }

  @Test
  void strangersSeeNoneAndAnothersEpisodeIsNotThere() {
    var id = service.enrols("Sam");
    var other = service.registers("Sid");
    var episode = only(id).at("/id").asString();
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get("/api/clients/{id}/episodes", id).send().isNotFound();
      stranger
          .post("/api/clients/" + id + "/episodes/" + episode + "/pause")
          .body(Map.of())
          .ifMatch(1)
          .send()
          .isNotFound();
    }
    service.maya().get("/api/clients/" + other + "/episodes/" + episode).send().isNotFound();
  }

  private void refusesBefore(String episode, String step, Answer seen, String code) {
    service
        .maya()
        .post(episode + step)
        .body(Map.of("act", ClientService.act()))
        .ifMatch(seen)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", code);
  }

  private JsonNode only(UUID client) {
    var all =
        service.maya().get("/api/clients/{id}/episodes", client).send().isOk().json().at("/items");
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
