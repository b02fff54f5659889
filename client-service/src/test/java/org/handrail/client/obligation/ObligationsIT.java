package org.handrail.client.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class ObligationsIT {
  private final ClientService service;

  ObligationsIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("C12")
  void keepsWhatOthersDemandApartInTheClientsWords() {
    var id = service.registers("Cal");
    var path = "/api/clients/" + id + "/obligations";
    var told = new HashMap<String, Object>();
    told.put("kind", "court");
    told.put("source", "Drug court of the county");
    told.put("endsOn", "2027-03-01");
    told.put("words", "They want me at twelve meetings");
    service
        .maya()
        .post(path)
        .body(told)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    told.put("act", ClientService.act());
    var kept = service.maya().post(path).body(told).send().isCreated();
    assertThat(kept.json().at("/peerSupportVoluntary").asBoolean()).isTrue();
    var listed = service.maya().get(path).send().isOk();
    assertThat(listed.at("/items/0/words")).isEqualTo("They want me at twelve meetings");
    assertThat(listed.at("/items/0/endsOn")).isEqualTo("2027-03-01");
    // Nothing of it stands in the client's record.
    assertThat(service.maya().get("/api/clients/{id}", id).send().text()).doesNotContain("court");
    told.put("beginsOn", "2028-01-01");
    service
        .maya()
        .post(path)
        .body(told)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/endsOn", "before-first-day");
    service.paul().get(path).send().isNotFound();
    service.carl().get(path).send().isNotFound();
  }

  @Test
  @Proves("C12")
  void writesALetterOnlyWhenTheClientAsksAndOnlyOfDates() {
    var id = service.registers("Dee");
    service
        .maya()
        .post("/api/clients/{id}/attempts", id)
        .body(
            Map.of(
                "at",
                "2026-11-05T10:00:00Z",
                "initiative",
                "client",
                "way",
                "in-person",
                "outcome",
                "reached"))
        .send()
        .isCreated();
    service
        .maya()
        .post("/api/clients/{id}/attempts", id)
        .body(
            Map.of(
                "at",
                "2026-11-06T10:00:00Z",
                "initiative",
                "specialist",
                "way",
                "text",
                "outcome",
                "not-reached"))
        .send()
        .isCreated();
    var path = "/api/clients/" + id + "/contact-letters";
    var asked =
        new HashMap<String, Object>(
            Map.of("from", "2026-11-01", "until", "2026-11-30", "language", "en"));
    service
        .maya()
        .post(path)
        .body(asked)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    asked.put("act", ClientService.act());
    var letter = service.maya().post(path).body(asked).send().isCreated();
    assertThat(letter.at("/body"))
        .contains("Dee Brook", "2026-11-05", "voluntary")
        .doesNotContainIgnoringCase("2026-11-06", "recovery", "peer", "substance");
    assertThat(service.maya().get(path + "/" + letter.id()).send().isOk().at("/body"))
        .isEqualTo(letter.at("/body"));
    service.paul().get(path + "/" + letter.id()).send().isNotFound();
    service.carl().post(path).body(asked).send().isNotFound();
  }
}
