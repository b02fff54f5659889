package org.handrail.platform.calls;

/** A service gave no answer, or answered that it cannot now: nothing is known of the outcome. */
public final class Unreachable extends RuntimeException {

  Unreachable(String service, Throwable cause) {
    super(service + " cannot be asked", cause);
  }
}
