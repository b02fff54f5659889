package org.handrail.referral.opening;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;

/** Openings as Maya makes them, and as those are asked who may claim them. */
record MayasOpenings(Coalition coalition) {
  Answer open(UUID optionSet) {
    return coalition.maya().post("/api/referrals/openings").body(wanted(optionSet)).send();
  }

  /** One that waits at both places to which a client would go. */
  record AtBoth(UUID id, UUID harborlights, UUID hillcrests) {}

  AtBoth openAtBoth(UUID client) {
    UUID id = open(coalition.ranked(client)).isCreated().id();
    return new AtBoth(id, offered(coalition.hana()), offered(coalition.hilda()));
  }

  static Map<String, Object> wanted(UUID optionSet) {
    var wanted = new HashMap<>(Coalition.draft(optionSet));
    wanted.put("area", "amity-county");
    return wanted;
  }

  Answer withdraw(UUID opening) {
    return coalition.maya().post("/api/referrals/openings/{id}/withdrawal", opening).send();
  }

  Answer show(UUID opening) {
    return coalition.maya().get("/api/referrals/openings/{id}", opening).send().isOk();
  }

  /** The referral that came of a claim. */
  UUID referral(UUID opening) {
    Answer ended = Eventually.get(() -> show(opening), a -> !a.at("/referralId").isEmpty());
    return UUID.fromString(ended.at("/referralId"));
  }

  /** The newest offer that waits there. */
  static UUID offered(Api intake) {
    return UUID.fromString(
        intake.get("/api/referrals/openings/offers?limit=1").send().isOk().at("/items/0/id"));
  }

  static Answer offer(Api intake, UUID id) {
    return intake.get("/api/referrals/openings/offers/{id}", id).send();
  }

  static Answer claim(Api intake, UUID id) {
    return intake.post("/api/referrals/openings/offers/{id}/claim", id).send();
  }
}
