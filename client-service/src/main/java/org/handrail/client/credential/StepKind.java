package org.handrail.client.credential;

/** What can happen to a certification (CERT-1). */
enum StepKind {
  /** Somebody sets out for it. */
  BEGUN,
  PROVISIONAL,
  CERTIFIED,
  RENEWED,
  /** Put to rest. */
  DEACTIVATED,
  REINSTATED,
  REVOKED;

  /** Whether it gives a first and a last day. */
  boolean grants() {
    return this == PROVISIONAL || this == CERTIFIED || this == RENEWED || this == REINSTATED;
  }

  /** Whether it makes a certification that holds. */
  boolean certifies() {
    return grants() && this != PROVISIONAL;
  }

  /**
   * Whether it can happen to one that stands like that.
   *
   * @param everCertified whether it was a certification that held before: only that can be
   *     reinstated, and nothing else can be certified for the first time
   */
  boolean canFollow(State state, boolean everCertified) {
    return switch (this) {
      case BEGUN -> false;
      case PROVISIONAL -> state == State.TRAINEE;
      case CERTIFIED ->
          !everCertified
              && (state.isOnTheWay() || state == State.LAPSED || state == State.INACTIVE);
      case RENEWED -> state.holds();
      case DEACTIVATED -> state.holds() || state.isOnTheWay();
      case REINSTATED -> everCertified && (state == State.LAPSED || state == State.INACTIVE);
      case REVOKED -> state != State.REVOKED;
    };
  }
}
