package org.handrail.referral.referral.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step as it was taken. It belongs to who took it; the other party sees it once the door has
 * released it.
 *
 * @param standing where the step led, as the one who took it saw the referral
 * @param refusal the door's code, on a refused sending; for the requester only
 * @param proposedServiceId where a receiver that gives a client back thinks they might go
 * @param seenByOther whether the other party sees it as well
 */
public record Taken(
    Step step,
    Party by,
    Standing standing,
    @Nullable Reason reason,
    @Nullable String refusal,
    @Nullable Instant intakeAt,
    @Nullable UUID proposedServiceId,
    Instant at,
    boolean seenByOther) {

  /** Whose step it is: Handrail's own belong to the requester, on whose behalf it works. */
  public Party owner() {
    return by == Party.SYSTEM ? Party.REQUESTER : by;
  }

  public boolean visibleTo(Party party) {
    return owner() == party || seenByOther;
  }
}
