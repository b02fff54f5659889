package org.handrail.referral.handoff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.PagePlace;
import org.handrail.referral.referral.FollowUpTask;
import org.handrail.referral.referral.FollowUps;
import org.handrail.referral.referral.OwnReferrals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a handoff together for who may read it. */
@Component
class ShowingHandoffs {
  private final Handoffs handoffs;
  private final HandoffMeetings meetings;
  private final FollowUps tasks;
  private final OwnReferrals referrals;

  ShowingHandoffs(
      Handoffs handoffs, HandoffMeetings meetings, FollowUps tasks, OwnReferrals referrals) {
    this.handoffs = handoffs;
    this.meetings = meetings;
    this.tasks = tasks;
    this.referrals = referrals;
  }

  Optional<HandoffView> show(UUID id) {
    return handoffs.find(id).map(this::view);
  }

  List<HandoffView> of(Person person, UUID clientId, @Nullable PagePlace after, int limit) {
    return handoffs.of(person, clientId, after, limit).stream().map(this::view).toList();
  }

  private HandoffView view(Handoff handoff) {
    boolean delivered =
        referrals.find(handoff.referralId()).filter(OwnReferrals.Own::delivered).isPresent();
    return HandoffView.of(handoff, delivered, meetings.of(handoff.id()), followUps(handoff));
  }

  // Where nobody is known to have come any more, what is left to answer is so at the referral.
  private List<FollowUpTask> followUps(Handoff handoff) {
    return tasks.of(handoff.referralId()).stream()
        .filter(task -> task.since() == FollowUpTask.Since.ARRIVAL)
        .filter(task -> handoff.arrivedAt() != null || task.outcome() != null)
        .toList();
  }
}
