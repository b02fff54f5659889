package org.handrail.client.credential;

/** What can happen to a certification (CERT-1). */
enum StepKind {
  /** Somebody sets out for it, or sets out anew after it ended. */
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
   * @param certified whether it was a certification that held since somebody last set out for it:
   *     only that can be reinstated, and nothing else can be certified for the first time
   */
  boolean canFollow(State state, boolean certified) {
    return switch (this) {
      case BEGUN -> state.hasEnded();
      case PROVISIONAL -> state == State.TRAINEE;
      case CERTIFIED ->
          !certified && (state.isOnTheWay() || state == State.LAPSED || state == State.INACTIVE);
      case RENEWED -> state.holds();
      case DEACTIVATED -> state.holds() || state.isOnTheWay();
      case REINSTATED -> certified && (state == State.LAPSED || state == State.INACTIVE);
      case REVOKED -> state != State.REVOKED;
    };
  }
}
