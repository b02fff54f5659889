package org.handrail.client.companion;

import static org.handrail.client.ClientService.actNow;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;

/** A companion and whom they accompany. */
public record Companionship(Api companion, UUID client) {

  public String path() {
    return "/api/clients/" + client + "/companion-agreements";
  }

  static Map<String, Object> offer() {
    return Map.of("terms", "I stay, you decide", "privatePay", true);
  }

  Answer offers() {
    return companion.post(path()).body(offer()).send().isCreated();
  }

  Answer clientSigns(Answer offer, String mode) {
    return companion
        .post(path() + "/" + offer.id() + "/client-signature")
        .body(Map.of("goalMode", mode, "act", actNow()))
        .send()
        .isOk();
  }

  Answer companionSigns(Answer offer) {
    return companion.post(path() + "/" + offer.id() + "/companion-signature").send();
  }

  public Answer inForce() {
    var offer = offers();
    clientSigns(offer, "abstinence");
    return companionSigns(offer).isOk();
  }

  public Answer plans(Answer offer, Instant from, int hours) {
    return plans(offer, shift(from, hours));
  }

  Answer withRelief(Answer offer, Instant from, int hours, String relief) {
    var shift = new HashMap<>(shift(from, hours));
    shift.put("relief", relief);
    return plans(offer, shift);
  }

  private Answer plans(Answer offer, Map<String, Object> shift) {
    return companion.post(path() + "/" + offer.id() + "/shifts").body(shift).send();
  }

  private static Map<String, Object> shift(Instant from, int hours) {
    return Map.of(
        "startsAt", from.toString(), "endsAt", from.plusSeconds(3600L * hours).toString());
  }

  Answer travels(Answer offer, Map<String, Object> departs, Map<String, Object> arrives) {
    return companion
        .post(path() + "/" + offer.id() + "/legs")
        .body(Map.of("departs", departs, "arrives", arrives))
        .send();
  }

  public static Map<String, Object> end(String at, String zone, String country) {
    return Map.of("at", at, "zone", zone, "country", country);
  }

  public Answer schedule(Answer offer) {
    return companion.get(path() + "/" + offer.id() + "/schedule").send().isOk();
  }
}
