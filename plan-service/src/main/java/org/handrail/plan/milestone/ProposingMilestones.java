package org.handrail.plan.milestone;

import java.time.Clock;
import java.util.UUID;
import org.handrail.platform.assignment.MergedRecords;
import org.springframework.stereotype.Component;

/**
 * Puts milestones to the client when they arrived where a referral led. It proposes and marks
 * nothing: whether something is reached is the client's to say.
 */
@Component
public class ProposingMilestones {

  private final Milestones milestones;
  private final AttendedReferrals attended;
  private final MergedRecords merged;
  private final MilestoneEvents events;
  private final Clock clock;

  ProposingMilestones(
      Milestones milestones,
      AttendedReferrals attended,
      MergedRecords merged,
      MilestoneEvents events,
      Clock clock) {
    this.milestones = milestones;
    this.attended = attended;
    this.merged = merged;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Inside the caller's transaction. Proposes once per referral, however often it is told;
   * whichever record of the person it was made on.
   */
  public void attended(UUID referralId, UUID clientId) {
    attended.lock(referralId);
    if (!attended.add(referralId, clientId, clock.instant())) {
      return;
    }
    milestones.lockWaiting(merged.ofPerson(clientId)).stream()
        .filter(milestone -> milestone.waitsFor(referralId))
        .forEach(milestone -> propose(milestone, referralId));
  }

  /** For a milestone that names a referral whose news came first. */
  void ifAlreadyAttended(Milestone stated) {
    var awaited = stated.meaning().awaited();
    if (awaited == null || awaited.referralId() == null) {
      return;
    }
    attended.lock(awaited.referralId());
    var records = merged.ofPerson(stated.meaning().clientId());
    if (attended.has(awaited.referralId(), records)) {
      propose(stated, awaited.referralId());
    }
  }

  private void propose(Milestone milestone, UUID referralId) {
    var proposed = milestone.propose(referralId, clock.instant());
    milestones.save(proposed);
    events.proposed(proposed, referralId);
  }
}
