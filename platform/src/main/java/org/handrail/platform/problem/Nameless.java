package org.handrail.platform.problem;

import org.jspecify.annotations.Nullable;

/**
 * An exception as the log may have it: what it is and where it came from, without its message. A
 * message quotes what somebody sent.
 */
final class Nameless extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 8;

  private Nameless(Throwable original, @Nullable Nameless cause) {
    super(original.getClass().getName(), cause, false, true);
    setStackTrace(original.getStackTrace());
  }

  static Nameless of(Throwable original) {
    return of(original, DEEPEST);
  }

  private static Nameless of(Throwable original, int deeper) {
    var cause = original.getCause();
    return new Nameless(original, cause == null || deeper == 0 ? null : of(cause, deeper - 1));
  }
}
