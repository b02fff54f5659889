package org.handrail.referral.handoff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.referral.referral.AnswerReleased;
import org.handrail.referral.referral.OwnReferrals;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Knows when contact with the new place is confirmed: by the new place, through the door, and by
 * the client. Only then may the outgoing specialist go.
 */
@Component
class Contact {
  private final Handoffs handoffs;
  private final OwnReferrals referrals;
  private final HandoffClock clock;
  private final ClosingHandoff closing;
  private final HandoffEvents events;

  Contact(
      Handoffs handoffs,
      OwnReferrals referrals,
      HandoffClock clock,
      ClosingHandoff closing,
      HandoffEvents events) {
    this.handoffs = handoffs;
    this.referrals = referrals;
    this.clock = clock;
    this.closing = closing;
    this.events = events;
  }

  /** In the transaction in which the answer is told to the requester's people. */
  @EventListener
  void on(AnswerReleased answer) {
    Optional<Instant> arrived =
        referrals
            .find(answer.referralId())
            .flatMap(referral -> Optional.ofNullable(referral.arrivedAt()));
    if (arrived.isPresent()) {
      handoffs
          .lockTo(answer.requester(), answer.referralId())
          .ifPresent(handoff -> arrived(answer.requester(), handoff, arrived.get()));
    }
  }

  /** The incoming side said that the person came. */
  void arrived(AgencyId agency, Handoff handoff, Instant at) {
    if (handoff.arrivedAt() != null) {
      return;
    }
    handoffs.arrived(handoff.id(), at);
    clock.followUps(agency, handoff.id(), at);
    settle(agency, handoff.id());
  }

  /** The client said that they are in contact. */
  void confirmed(AgencyId agency, Handoff handoff, RecordedAct act) {
    handoffs.confirmed(handoff.id(), act);
    settle(agency, handoff.id());
  }

  private void settle(AgencyId agency, UUID id) {
    Handoff now = handoffs.find(id).orElseThrow();
    if (!now.underWay() || now.outgoingStays()) {
      return;
    }
    handoffs.settle(id);
    clock.noReoffer(agency, id);
    events.confirmed(agency, handoffs.find(id).orElseThrow());
    UUID earlier = now.fromReferralId();
    if (earlier != null) {
      handoffs
          .lockTo(agency, earlier)
          .ifPresent(it -> closing.close(agency, it, Handoff.ClosingReason.MOVED_ON));
    }
  }
}
