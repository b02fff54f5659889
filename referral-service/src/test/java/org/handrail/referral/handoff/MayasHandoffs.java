package org.handrail.referral.handoff;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;

/** Maya's handoffs. */
record MayasHandoffs(Coalition coalition) {
  /** What the client says at this moment. */
  Map<String, String> act() {
    return Map.of(
        "kind", "phone",
        "at", coalition.clock().instant().toString(),
        "words", "They know my name there");
  }

  UUID referral(UUID client) {
    Answer draft = coalition.drafted(coalition.chosen(client));
    coalition.send(draft).isOk();
    coalition.requesterSees(draft.id(), "delivered");
    return draft.id();
  }

  /** The person came, and that came back through the door. */
  void came(UUID referral) {
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    coalition.answer(referral, Map.of("step", "attended")).isOk();
    coalition.requesterSees(referral, "attended");
  }

  /** The person did not come, and that came back through the door. */
  void didNotCome(UUID referral) {
    coalition
        .answer(referral, Map.of("step", "accepted", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.answer(referral, Map.of("step", "missed")).isOk();
    coalition.requesterSees(referral, "missed");
  }

  /** Maya waited at a time that it did not come to. */
  Answer missed(Answer seen, Instant at) {
    return step(seen, "missed", Map.of("at", at.toString(), "mode", "phone", "place", "remote"));
  }

  /** They met at that time. */
  Answer met(Answer seen, Instant at) {
    return step(
        seen,
        "meetings",
        Map.of(
            "at",
            at.toString(),
            "mode",
            "phone",
            "place",
            "remote",
            "incoming",
            "peer",
            "clientPresent",
            true));
  }

  Answer open(UUID referral, Map<String, Object> how) {
    var body = new HashMap<String, Object>(how);
    body.put("referralId", referral);
    return coalition.maya().post("/api/handoffs").body(body).send();
  }

  Answer opened(UUID referral) {
    return open(referral, Map.of("to", "residential")).isCreated();
  }

  /** One whose person came to the new place, as came back through the door. */
  Answer openedAndThere(UUID referral) {
    Answer opened = opened(referral);
    came(referral);
    return arrived(opened.id());
  }

  Answer step(Answer seen, String step, Map<String, ?> body) {
    return coalition
        .maya()
        .post("/api/handoffs/{id}/{step}", seen.id(), step)
        .ifMatch(seen)
        .body(body)
        .send();
  }

  Answer show(UUID id) {
    return coalition.maya().get("/api/handoffs/{id}", id).send().isOk();
  }

  Answer arrived(UUID id) {
    return Eventually.get(() -> show(id), answer -> !answer.at("/arrivedAt").isEmpty());
  }

  Answer seen(UUID id, String state) {
    return Eventually.get(() -> show(id), answer -> answer.at("/state").equals(state));
  }
}
