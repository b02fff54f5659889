package org.handrail.client.withdrawal;

import java.time.Instant;
import java.util.UUID;

/**
 * That something on a client's record was entered by mistake, or was planned and taken back. It
 * says nothing of what stood there.
 *
 * @param id of what was withdrawn
 */
public record Withdrawal(UUID id, Kind kind, Reason reason, String by, Instant at) {

  /** What was withdrawn. */
  public enum Kind {
    ENCOUNTER,
    ATTEMPT,
    COMPANION_SHIFT,
    COMPANION_LEG
  }

  /** Why. */
  public enum Reason {
    /** It was about somebody else: the privacy officer is asked to look at it. */
    WRONG_PERSON,
    DID_NOT_HAPPEN,
    /** It is on record a second time. */
    TWICE,
    /** It had not begun. */
    PLANS_CHANGED
  }
}
