package org.handrail.referral.handoff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.act.ActView;
import org.handrail.referral.referral.FollowUpTask;
import org.handrail.referral.referral.FollowUpView;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as the agency that hands over, and the client, read it.
 *
 * @param move how the person goes along the continuum
 * @param outgoingStays whether the outgoing specialist is still needed: until both the new place
 *     and the client said that they are in contact
 * @param delivered whether the new place may know of the person
 * @param arrivedAt when the person came, if that came back through the door
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandoffView(
    UUID id,
    UUID clientId,
    UUID referralId,
    @Nullable UUID fromReferralId,
    @Nullable ContinuumStep from,
    ContinuumStep to,
    ContinuumStep.Move move,
    Handoff.State state,
    String outgoing,
    boolean outgoingStays,
    boolean delivered,
    @Nullable Instant plannedAt,
    @Nullable Instant reofferBy,
    @Nullable Instant arrivedAt,
    @Nullable ActView confirmation,
    Handoff.@Nullable ClosingReason closed,
    Instant openedAt,
    List<MeetingView> meetings,
    List<FollowUpView> followUps,
    long version) {

  /** A meeting, or one that it did not come to. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MeetingView(
      boolean held,
      Instant at,
      HandoffMeeting.Mode mode,
      HandoffMeeting.Place place,
      String outgoing,
      HandoffMeeting.@Nullable Incoming incoming) {}

  static HandoffView of(
      Handoff h, boolean delivered, List<HandoffMeeting> meetings, List<FollowUpTask> tasks) {
    Handoff.Closing closing = h.closing();
    return new HandoffView(
        h.id(),
        h.clientId(),
        h.referralId(),
        h.fromReferralId(),
        h.from(),
        h.to(),
        h.to().from(h.from()),
        h.state(),
        h.outgoing().value(),
        h.outgoingStays(),
        delivered,
        h.plannedAt(),
        h.reofferBy(),
        h.arrivedAt(),
        ActView.ofNullable(h.confirmed()),
        closing == null ? null : closing.reason(),
        h.openedAt(),
        meetings.stream().map(HandoffView::of).toList(),
        tasks.stream().map(FollowUpView::of).toList(),
        h.version());
  }

  private static MeetingView of(HandoffMeeting m) {
    return new MeetingView(
        m.held(), m.at(), m.mode(), m.place(), m.outgoing().value(), m.incoming());
  }
}
