package org.handrail.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** What news are of is read by its id alone, by those whom it concerns. */
@HandrailIT
class ByIdAloneIT {
  private final ClientService service;
  private final Api sam;
  private final UUID client;
  private final Api own;

  ByIdAloneIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    var meetings = new Meetings(api, tokens);
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
    own = meetings.signIn(sam, client);
  }

  @Test
  @Proves("V7")
  void aPromiseIsReadByWhoMadeItAndWhoItWasMadeTo() {
    var made =
        sam.post("/api/clients/{id}/promises", client)
            .body(
                Map.of(
                    "words",
                    "I'll call the landlord with you",
                    "dueAt",
                    Instant.now().plus(Duration.ofDays(1)).toString()))
            .send()
            .isCreated();
    isReadBy(List.of(sam, own), "/api/clients/promises/{id}", made.id());
  }

  @Test
  @Proves("R18")
  void aWishForSomebodyElseIsReadBySupervisorsAndTheClient() {
    var wished =
        own.post("/api/clients/{id}/specialist-changes", client)
            .body(Map.of("act", Map.of("kind", "own-sign-in", "at", Instant.now().toString())))
            .send()
            .isCreated();
    var one = "/api/clients/specialist-changes/{id}";
    isReadBy(List.of(service.rosaTheSupervisor(), own), one, wished.id());
    assertThat(sam.get(one, wished.id()).send().isNotFound().text())
        .as("who might talk them out of it")
        .doesNotContain(client.toString());
  }

  private void isReadBy(List<Api> readers, String address, UUID id) {
    for (var reader : readers) {
      var read = reader.get(address, id).send().isOk();
      assertThat(read.at("/id")).isEqualTo(id.toString());
      assertThat(read.at("/clientId")).isEqualTo(client.toString());
    }
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get(address, id).send().isNotFound();
    }
    readers.getFirst().get(address, UUID.randomUUID()).send().isNotFound();
  }
}
