package org.handrail.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.handoff.MayasHandoffs.ACT;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.AskedReferral;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class HandoffClockIT {
  private static final Map<String, Object> MISSED =
      Map.of("at", "2026-12-18T15:00:00Z", "mode", "phone", "place", "remote");

  private final Coalition coalition;
  private final MayasHandoffs maya;
  private final Sweeping sweeping;

  HandoffClockIT(Coalition coalition, Sweeping sweeping) {
    this.coalition = coalition;
    this.sweeping = sweeping;
    maya = new MayasHandoffs(coalition);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void aMissedMeetingIsOfferedAgainWithinTwoWorkingDays() {
    // Friday morning where the agency is.
    coalition.clock().set(Instant.parse("2026-12-18T15:01:00Z"));
    Answer opened = maya.open(coalition.sent(), Map.of("to", "residential")).isCreated();
    Answer missed = maya.step(opened, "missed", MISSED).isOk();
    assertThat(missed.at("/state")).isEqualTo("missed");
    assertThat(missed.at("/reofferBy")).isEqualTo("2026-12-23T05:00:00Z");

    coalition.clock().set(Instant.parse("2026-12-22T13:00:00Z"));
    sweeping.sweep();
    assertThat(AskedReferral.of("handoff-reoffer-due", opened.id()).path("subject").asString())
        .isEqualTo(TokenIssuer.subject("maya").value());
    coalition.clock().set(Instant.parse("2026-12-23T05:00:00Z"));
    sweeping.sweep();
    assertThat(AskedReferral.of("handoff-reoffer-late", opened.id()).path("role").asString())
        .isEqualTo("supervisor");

    maya.step(missed, "offers", Map.of("plannedAt", "2026-12-20T15:00:00Z"))
        .isProblem(422, "handoff-deficient")
        .hasFault("/plannedAt", "in-past");
    Answer again = maya.step(missed, "offers", Map.of("plannedAt", "2026-12-24T15:00:00Z")).isOk();
    assertThat(again.at("/state")).isEqualTo("open");
    assertThat(again.json().has("reofferBy")).isFalse();
    assertStays(again, true);
  }

  @Test
  @Proves("R11")
  void asksHowItGoesSevenAndThirtyDaysAfterThePersonCame() {
    UUID referral = coalition.delivered();
    Answer opened = maya.open(referral, Map.of("to", "residential")).isCreated();
    maya.came(referral);
    Answer arrived = maya.arrived(opened.id());

    coalition.clock().advance(Duration.ofDays(8));
    sweeping.sweep();
    AskedReferral.of("handoff-follow-up", opened.id());
    followUp(arrived, 7, Map.of("outcome", "not-reached", "said", ACT))
        .isProblem(422, "handoff-deficient")
        .hasFault("/said", "nobody-spoke");
    followUp(arrived, 7, Map.of("outcome", "not-reached")).isOk();
    followUp(arrived, 7, Map.of("outcome", "left")).isProblem(409, "handoff-step-not-allowed");
    Answer done = followUp(arrived, 30, Map.of("outcome", "engaged", "said", ACT)).isOk();

    assertThat(done.at("/followUps/0/outcome")).isEqualTo("not-reached");
    assertThat(done.json().at("/followUps/0").has("said")).isFalse();
    assertThat(done.at("/followUps/1/said/words")).isEqualTo("They know my name there");
    followUp(arrived, 14, Map.of("outcome", "engaged")).isNotFound();
  }

  private Answer followUp(Answer handoff, int day, Map<String, ?> body) {
    return coalition
        .maya()
        .post("/api/handoffs/{id}/follow-ups/{day}", handoff.id(), day)
        .body(body)
        .send();
  }

  private static void assertStays(Answer handoff, boolean stays) {
    assertThat(handoff.json().at("/outgoingStays").asBoolean()).isEqualTo(stays);
  }
}
