package org.handrail.client.ownrecord;

import static org.handrail.client.ClientService.act;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;

/**
 * What an agency holds of Ana.
 *
 * @param ana by her own sign-in
 */
record HeldOfAna(UUID client, Api ana) {
  private static final AtomicInteger HOUR = new AtomicInteger();

  /** A client with her own sign-in, of whom something of every kind was written down. */
  static HeldOfAna of(Api api, TokenIssuer tokens) {
    var service = new ClientService(api, tokens);
    var client = service.registers("Ana");
    var held = new HeldOfAna(client, new Meetings(api, tokens).signIn(service.maya(), client));
    held.writeDown(service);
    return held;
  }

  private void writeDown(ClientService service) {
    service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    Meetings.records(service.maya(), client, anHourAtSomeTime()).isCreated();
    var confidence =
        service
            .maya()
            .post("/api/clients/{id}/confidences", client)
            .body(Map.of("kind", "confidence", "words", "Afraid of the holidays"))
            .send()
            .isCreated()
            .id();
    ana.get("/api/clients/{id}/confidences/{one}", client, confidence).send().isOk();
    service.maya().get("/api/clients/{id}/confidences", client).send().isOk();
    var word = says("confidence", confidence, "a word on that");
    says("annotation", word, "a word on the word");
    var sister = new HashMap<String, Object>();
    sister.put("words", "My sister");
    sister.put("nameToUse", "Bea");
    sister.put("contact", Map.of("phone", "555-0177"));
    sister.put("act", act());
    sister.put("ownAct", act());
    service.maya().post("/api/clients/{id}/supporters", client).body(sister).send().isCreated();
  }

  private UUID says(String kind, UUID of, String words) {
    return ana.post("/api/clients/{id}/annotations", client)
        .body(Map.of("about", Map.of("kind", kind, "id", of), "words", words))
        .send()
        .isCreated()
        .id();
  }

  // Nobody of all tests has this hour of Maya's.
  private static Map<String, Object> anHourAtSomeTime() {
    var past = Instant.parse("2026-01-01T00:00:00Z");
    return Meetings.starting(past.plusSeconds(3600L * HOUR.incrementAndGet()), 50);
  }
}
