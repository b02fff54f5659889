package org.handrail.client.consent.minor;

/** Whose signature makes a consent of somebody of that age. */
public enum WhoSigns {
  /** The client, or who represents them. */
  ADULT,
  /** The minor's counts and nobody else's; telling a parent takes a consent of the minor. */
  MINOR,
  MINOR_AND_GUARDIAN
}
