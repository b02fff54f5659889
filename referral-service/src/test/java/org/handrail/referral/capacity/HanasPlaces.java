package org.handrail.referral.capacity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.jspecify.annotations.Nullable;

/** What Hana, of Harborlight's intake, does with the places that are hers to give. */
record HanasPlaces(Coalition coalition) {

  UUID beds(UUID service, int free) {
    return coalition
        .hana()
        .post("/api/capacity")
        .body(CapacityIT.first(service, "bed", free, free))
        .send()
        .isCreated()
        .id();
  }

  /** Three, of which an acceptance keeps one by itself. */
  UUID keptAtOnce(UUID service, String unit) {
    var places = Map.of("total", 3, "free", 3, "holdsAtOnce", 1);
    return coalition
        .hana()
        .post("/api/capacity")
        .body(Map.of("serviceId", service, "unit", unit, "places", places))
        .send()
        .isCreated()
        .id();
  }

  Answer ask(UUID capacity, UUID referral) {
    return coalition
        .hana()
        .post("/api/capacity/{id}/holds", capacity)
        .body(Map.of("referralId", referral))
        .send();
  }

  Answer ask(UUID capacity, UUID referral, Object holdFor) {
    return coalition
        .hana()
        .post("/api/capacity/{id}/holds", capacity)
        .body(Map.of("referralId", referral, "holdFor", holdFor))
        .send();
  }

  void answer(UUID referral, String step, @Nullable String reason) {
    coalition
        .answer(
            referral,
            reason == null ? Map.of("step", step) : Map.of("step", step, "reason", reason))
        .isOk();
  }

  int own(UUID capacity, String what) {
    return coalition
        .hana()
        .get("/api/capacity/{id}", capacity)
        .send()
        .isOk()
        .json()
        .at("/own/" + what)
        .asInt(-1);
  }

  List<String> steps(UUID referral) {
    return coalition
        .hana()
        .get("/api/referrals/{id}", referral)
        .send()
        .isOk()
        .json()
        .at("/history")
        .valueStream()
        .map(item -> item.path("step").asString())
        .toList();
  }
}
