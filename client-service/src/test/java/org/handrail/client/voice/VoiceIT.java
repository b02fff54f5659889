package org.handrail.client.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class VoiceIT {
  private final ClientService service;

  VoiceIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("V9")
  void theClientSaysWhatTheyThinkOfAnythingThatIsKept() {
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    var consent = service.consents(id, "Noor");
    var path = "/api/clients/" + id + "/annotations";
    service
        .noor()
        .post(path)
        .body(about("consent", consent, "I signed this on a hard day"))
        .send()
        .isCreated();
    var spoken = new HashMap<String, Object>(about("plan", UUID.randomUUID(), "Not my words"));
    service
        .maya()
        .post(path)
        .body(spoken)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    spoken.put("act", ClientService.act());
    service.maya().post(path).body(spoken).send().isCreated();
    for (var reader : List.of(service.noor(), service.maya(), service.rosaTheSupervisor())) {
      var said = reader.get(path).send().isOk();
      assertThat(said.json().at("/items")).hasSize(2);
      assertThat(said.at("/items/0/words")).isEqualTo("I signed this on a hard day");
      assertThat(said.at("/items/0/act/kind")).isEqualTo("own-sign-in");
      assertThat(said.at("/items/1/act/recordedBy")).isEqualTo(TokenIssuer.subject("maya").value());
    }
    service
        .noor()
        .post(path)
        .body(about("encounter", UUID.randomUUID(), "That was a good talk"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/about/id", "unknown");
    service
        .noor()
        .post(path)
        .body(about("diary", UUID.randomUUID(), "There is no such thing"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/about/kind", "unknown");
    // What is another's looks as if it were not there.
    var another = service.consents(service.registers("Ana"), "Ana");
    service
        .noor()
        .post(path)
        .body(about("consent", another, "Not mine"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/about/id", "unknown");
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get(path).send().isNotFound();
      stranger.post(path).body(spoken).send().isNotFound();
    }
  }

  private static Map<String, Object> about(String kind, UUID id, String words) {
    return Map.of("about", Map.of("kind", kind, "id", id), "words", words);
  }
}
