package org.handrail.client.credential;

/** How a certification stands on a day (CERT-1). */
public enum State {
  TRAINEE,
  PROVISIONAL,
  CERTIFIED,
  /** It ends in 90 days or sooner. */
  EXPIRING,
  /** It ended, and was not renewed. */
  LAPSED,
  /** It was put to rest, or ended under a scheme that calls it so. */
  INACTIVE,
  /** Certified again after it had lapsed or rested. */
  REINSTATED,
  REVOKED;

  /** Whether it is a certification that holds. */
  public boolean holds() {
    return this == CERTIFIED || this == EXPIRING || this == REINSTATED;
  }

  /** Whether somebody is on the way to one, under supervision. */
  boolean isOnTheWay() {
    return this == TRAINEE || this == PROVISIONAL;
  }

  /** Whether it is over, unless somebody sets out for it anew or it is given back. */
  boolean hasEnded() {
    return this == LAPSED || this == INACTIVE || this == REVOKED;
  }
}
