package org.handrail.referral.handoff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place on the way from detox to aftercare. Each may be skipped, and gone back to. */
enum ContinuumStep {
  DETOX,
  RESIDENTIAL,
  INTENSIVE_OUTPATIENT,
  OUTPATIENT,
  RESIDENCE,
  AFTERCARE;

  private static final List<ContinuumStep> ALONG = List.of(values());

  /** How a person goes; none of these is better than another. */
  enum Move {
    START,
    ONWARD,
    SKIPPING,
    BACK,
    /** To another place of the same kind: a change of provider. */
    ALONGSIDE
  }

  /** The move from there to here. */
  Move from(@Nullable ContinuumStep earlier) {
    if (earlier == null) {
      return Move.START;
    }
    int steps = ALONG.indexOf(this) - ALONG.indexOf(earlier);
    if (steps == 0) {
      return Move.ALONGSIDE;
    }
    if (steps < 0) {
      return Move.BACK;
    }
    return steps == 1 ? Move.ONWARD : Move.SKIPPING;
  }
}
