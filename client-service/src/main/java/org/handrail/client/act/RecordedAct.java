package org.handrail.client.act;

import java.time.Duration;
import java.time.Instant;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An act of the client as it was written down.
 *
 * @param at when the client did it
 * @param words the client's own, if they were kept
 * @param recordedBy who wrote it down: somebody at the client's side, or the client
 */
public record RecordedAct(
    ActKind kind, Instant at, @Nullable String words, SubjectId recordedBy, Instant recordedAt) {

  static final ProblemType KIND_NOT_POSSIBLE =
      ProblemType.of("act-kind-not-possible", 422, "The act cannot have been done like this");

  // The clocks of phones are not ours.
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

  /** Refuses an act of the future, and a sign-in of the client that somebody else claims. */
  public RecordedAct {
    if (at.isAfter(recordedAt.plus(CLOCKS_DIFFER_BY))) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error("/act/at", "in-future", "It has not happened yet."));
    }
  }

  /** Refuses what only the client can do when somebody else says so, and the other way round. */
  static RecordedAct of(ActForm form, Recorder recorder, Instant at, Instant now) {
    if ((form.kind() == ActKind.OWN_SIGN_IN) != recorder.isTheClient()) {
      throw Refusal.of(
          Problem.of(KIND_NOT_POSSIBLE)
              .error(
                  "/act/kind",
                  "not-possible",
                  "own-sign-in is what clients do themselves; all else is written down by"
                      + " others."));
    }
    return new RecordedAct(form.kind(), at, form.words(), recorder.subject(), now);
  }
}
