package org.handrail.referral.handoff;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A handoff of the current agency's client to the place of a referral, from nowhere or from the
 * place of another.
 *
 * @param outgoing who stays assigned until contact is confirmed
 * @param plannedAt when they mean to meet
 * @param offeredAt when another time was offered last
 * @param reofferBy until when a meeting that was missed is offered again
 * @param arrivedAt when the person came, as the incoming side said it through the door
 * @param confirmed the client's own word that they are in contact
 */
record Handoff(
    UUID id,
    UUID clientId,
    UUID referralId,
    @Nullable UUID fromReferralId,
    @Nullable ContinuumStep from,
    ContinuumStep to,
    SubjectId outgoing,
    State state,
    @Nullable Instant plannedAt,
    Instant openedAt,
    @Nullable Instant offeredAt,
    @Nullable Instant reofferBy,
    @Nullable Instant arrivedAt,
    @Nullable RecordedAct confirmed,
    @Nullable Closing closing,
    long version) {

  /** Where it stands. */
  enum State {
    OPEN,
    MET,
    MISSED,
    CONFIRMED,
    CLOSED
  }

  /** Why it is no longer followed. There is no word for blame among them. */
  enum ClosingReason {
    MOVED_ON,
    CLIENT_CHOSE_OTHERWISE,
    PLACE_NOT_AVAILABLE,
    NOT_NOW,
    ENTERED_IN_ERROR
  }

  /** Its end. */
  record Closing(ClosingReason reason, Instant at) {}

  /** Nobody is left between two places: true until both the new place and the client said so. */
  boolean outgoingStays() {
    return arrivedAt == null || confirmed == null;
  }

  /** Whether what was missed is still to be offered again after that moment. */
  boolean isReofferedAfter(Instant moment) {
    return state == State.MISSED && reofferBy != null && reofferBy.isAfter(moment);
  }

  /** Whether it still waits for the people to meet or to confirm. */
  boolean underWay() {
    return state == State.OPEN || state == State.MET || state == State.MISSED;
  }
}
