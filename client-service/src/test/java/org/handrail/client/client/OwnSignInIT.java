package org.handrail.client.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** A sign-in is one person's: it opens their record of an agency, and nobody else's. */
@HandrailIT
class OwnSignInIT {
  private final ClientService service;

  OwnSignInIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  private Answer opens(Api specialist, UUID client) {
    return specialist
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", service.clientsSubject("ana"), "relation", "self"))
        .send();
  }

  @Test
  void itOpensOneRecordOfAnAgencyAndWhoseIsNotTold() {
    var mine = service.anaWithHerSignIn();
    var another = service.registers("Ben");
    var refused = opens(service.maya(), another).isProblem(409, "sign-in-taken");
    assertThat(refused.text()).doesNotContain(mine.toString());
    service.ana().get("/api/clients/{id}", another).send().isNotFound();
    service.ana().get("/api/clients/{id}", mine).send().isOk();

    // What another agency keeps is nothing to ask about.
    opens(service.carl(), service.registers(service.carl(), "Ana")).isCreated();
    // Given by mistake, it ends, and is free for whose it is.
    service
        .ana()
        .post("/api/clients/{id}/own-sign-in/end", mine)
        .body(Map.of())
        .send()
        .hasStatus(204);
    opens(service.maya(), another).isCreated();
  }

  @Test
  void itOpensBothRecordsOfThePersonOnceTheyAreMerged() {
    var merged = service.anaWithHerSignIn();
    var surviving = service.registers("Ana");
    opens(service.maya(), surviving).isProblem(409, "sign-in-taken");
    service
        .rosaTheSupervisor()
        .post("/api/clients/{id}/merge", merged)
        .body(Map.of("into", surviving))
        .send()
        .isCreated();
    opens(service.maya(), surviving).isCreated();
    service.ana().get("/api/clients/{id}", surviving).send().isOk();
  }

  @Test
  void ofTwoWhoAreGivenItAtOnceOneGetsIt() throws Exception {
    var one = service.registers("Ana");
    var other = service.registers("Ben");
    var answers =
        AtOnce.meetBefore(
            "assignment", () -> opens(service.maya(), one), () -> opens(service.maya(), other));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
  }
}
