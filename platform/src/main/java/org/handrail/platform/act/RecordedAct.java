package org.handrail.platform.act;

import java.time.Instant;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An act of the client as it was written down. Whatever is the client's to decide takes effect by
 * one of these and by nothing else (PRS-PLAN-1).
 *
 * @param at when the client did it
 * @param words the client's own, if they were kept
 * @param recordedBy who wrote it down: somebody at the client's side, or the client
 */
public record RecordedAct(
    ActKind kind, Instant at, @Nullable String words, SubjectId recordedBy, Instant recordedAt) {

  static final ProblemType KIND_NOT_POSSIBLE =
      ProblemType.of("act-kind-not-possible", 422, "The act cannot have been done like this");

  /**
   * Writes an act down.
   *
   * @throws Refusal when it lies in the future or ten years back, when somebody else than the
   *     client claims their sign-in, or when the client claims a witness
   */
  public static RecordedAct of(
      ActKind kind, Instant at, @Nullable String words, Recorder recorder, Instant now) {
    ActTimes.requirePast("/act/at", at, now);
    if ((kind == ActKind.OWN_SIGN_IN) != recorder.isTheClient()) {
      throw Refusal.of(
          Problem.of(KIND_NOT_POSSIBLE)
              .error(
                  "/act/kind",
                  "not-possible",
                  "own-sign-in is what clients do themselves; all else is written down by"
                      + " others."));
    }
    return new RecordedAct(kind, at, words, recorder.subject(), now);
  }

  /**
   * The act, which answers something.
   *
   * @param other when that was there; clocks may differ by five minutes
   * @param code of the fault at {@code /act/at}, such as {@code before-signature}
   * @throws Refusal {@code invalid} when the act was before it
   */
  public RecordedAct notBefore(Instant other, String code, String detail) {
    if (ActTimes.isBefore(at, other)) {
      throw Refusal.of(Problem.of(Problems.INVALID).error("/act/at", code, detail));
    }
    return this;
  }

  /** What the client, signed in, does at this moment. */
  public static RecordedAct ownSignIn(SubjectId client, Instant now) {
    return new RecordedAct(ActKind.OWN_SIGN_IN, now, null, client, now);
  }
}
