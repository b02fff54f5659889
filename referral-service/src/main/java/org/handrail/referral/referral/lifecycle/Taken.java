package org.handrail.referral.referral.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step as it was taken. It belongs to who took it; the other party sees it once the door has
 * released it.
 *
 * @param standing where the step led, as the one who took it saw the referral
 * @param refusal the door's code, on a refused sending; for the requester only
 * @param seenByOther whether the other party sees it as well
 */
public record Taken(
    Step step,
    Party by,
    Standing standing,
    @Nullable Reason reason,
    @Nullable String refusal,
    @Nullable Instant intakeAt,
    Instant at,
    boolean seenByOther) {

  /** Handrail's own steps belong to the requester, on whose behalf it works. */
  public boolean visibleTo(Party party) {
    Party owner = by == Party.SYSTEM ? Party.REQUESTER : by;
    return owner == party || seenByOther;
  }
}
