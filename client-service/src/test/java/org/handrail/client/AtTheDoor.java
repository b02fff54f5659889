package org.handrail.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;

/** What a referral of Maya's clients to Harborlight meets at the door. */
public record AtTheDoor(ClientService service) {

  /** Asks for one more referral of that client. */
  public Answer asks(UUID client) {
    return service.asksTheDoor(Forms.referral(client, UUID.randomUUID(), "sending-1")).isOk();
  }

  /** Asks likewise; gives "released", or the code of why not. */
  public String answers(UUID client) {
    return outcome(asks(client));
  }

  /** Asks as it stands; gives likewise. */
  public String answers(Map<String, Object> request) {
    return outcome(service.asksTheDoor(request).isOk());
  }

  private static String outcome(Answer decision) {
    return decision.at("/outcome").equals("released") ? "released" : decision.at("/code");
  }

  /** What the door would say, without asking it. */
  public Answer previews(UUID client) {
    return service
        .maya()
        .post("/api/consents/preview")
        .body(
            Map.of(
                "clientId",
                client,
                "recipient",
                "harborlight",
                "purpose",
                "TREAT",
                "required",
                List.of("contact")))
        .send()
        .isOk();
  }

  /** Why a decision fell as it did. */
  public Answer explains(Answer decision) {
    return service
        .maya()
        .get("/api/disclosures/{id}/explanation", UUID.fromString(decision.at("/disclosureId")))
        .send()
        .isOk();
  }
}
