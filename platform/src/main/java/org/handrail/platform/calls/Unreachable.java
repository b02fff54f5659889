package org.handrail.platform.calls;

/** A service gave no answer, or answered that it cannot now: nothing is known of the outcome. */
public final class Unreachable extends RuntimeException {
  private final How how;

  /** What is known of a call all the same. */
  enum How {
    /** Nothing was sent. */
    UNASKED,
    /** It may have done what it was asked to. */
    UNANSWERED,
    /** It failed at this; at something else it may well not. */
    FAILED
  }

  Unreachable(String service, How how, Throwable cause) {
    super(service + " cannot be asked", cause);
    this.how = how;
  }

  /** False where nothing was sent; otherwise it may well have done what it was asked to. */
  public boolean mayHaveHeard() {
    return how != How.UNASKED;
  }

  /** Whether it answered that it failed at this (500), and may well not at something else. */
  public boolean hasFailed() {
    return how == How.FAILED;
  }
}
