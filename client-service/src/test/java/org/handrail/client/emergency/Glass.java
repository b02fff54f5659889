package org.handrail.client.emergency;

import static org.handrail.client.ClientService.act;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import tools.jackson.databind.JsonNode;

/** Somebody breaks the glass for a person who cannot speak. */
public final class Glass {
  private Glass() {}

  public static Map<String, Object> emergency(UUID client) {
    var request = new HashMap<String, Object>();
    request.put("clientId", client);
    request.put("recipient", "mercy-hospital");
    request.put("profession", "physician");
    request.put("personnel", "Dr. Osei");
    request.put("facility", "Mercy Hospital, emergency department");
    request.put("discloser", "Ines Calder");
    request.put("at", Instant.now().minusSeconds(60).toString());
    request.put("nature", "Overdose, not breathing when found");
    request.put("whyNoConsent", "Unconscious");
    return request;
  }

  public static Answer breaksGlass(Api person, Map<String, Object> request) {
    return person.post("/api/emergency-access").body(request).send();
  }

  /** An officer asks, who is told nothing of anybody. */
  public static Answer isRefused(Api person, UUID client) {
    return breaksGlass(person, ofAnOfficer(client));
  }

  static Map<String, Object> ofAnOfficer(UUID client) {
    var request = emergency(client);
    request.put("profession", "law-enforcement");
    return request;
  }

  /** What the client wrote down for such a day. */
  static void fillsInCard(ClientService service, UUID client) {
    fillsInCard(
        service.maya(),
        client,
        Map.of(
            "medications", List.of("buprenorphine, so I was told"),
            "allergies", List.of("penicillin"),
            "overdose", "I use alone sometimes",
            "naloxone", "In my blue bag",
            "contact", Map.of("name", "Lou", "phone", "555-0199", "relation", "sister")),
        act());
  }

  /** The first card of a record, as the client said it by that act. */
  static void fillsInCard(Api specialist, UUID client, Map<String, Object> card, Object act) {
    specialist
        .post("/api/clients/{id}/emergency-card", client)
        .ifMatch(0)
        .body(Map.of("card", card, "act", act))
        .send()
        .isOk();
  }

  /** What whoever broke it reads of the person. */
  static JsonNode tells(Api person, Map<String, Object> request) {
    var access = breaksGlass(person, request).isCreated();
    return person
        .get("/api/disclosures/{id}", access.at("/disclosureId"))
        .send()
        .isOk()
        .json()
        .at("/package/emergency-set");
  }
}
