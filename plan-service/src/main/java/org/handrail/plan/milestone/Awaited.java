package org.handrail.plan.milestone;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What proposes to mark a milestone: that the client arrived where a referral led.
 *
 * @param referralId of that referral; null for the next of the client's, whichever it is
 */
public record Awaited(@Nullable UUID referralId) {

  /** The only step of a referral that a milestone can wait for: it alone closes a loop. */
  public static final String ATTENDED = "attended";
}
