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
 * @param at when the client did it, never after it was written down
 * @param words the client's own, if they were kept
 * @param recordedBy who wrote it down: somebody at the client's side, or the client
 */
public record RecordedAct(
    ActKind kind, Instant at, @Nullable String words, SubjectId recordedBy, Instant recordedAt) {

  static final ProblemType KIND_NOT_POSSIBLE =
      ProblemType.of("act-kind-not-possible", 422, "The act cannot have been done like this");

  private static final String USUAL = "/act";

  /**
   * Writes an act down that stands at {@code /act}.
   *
   * @throws Refusal when it lies in the future or ten years back, when somebody else than the
   *     client claims their sign-in, or when the client claims a witness
   */
  public static RecordedAct of(
      ActKind kind, Instant at, @Nullable String words, Recorder recorder, Instant now) {
    return of(USUAL, kind, at, words, recorder, now);
  }

  /** As the other; {@code pointer} is where the act stands in the request. */
  static RecordedAct of(
      String pointer,
      ActKind kind,
      Instant at,
      @Nullable String words,
      Recorder recorder,
      Instant now) {
    ActTimes.requirePast(pointer + "/at", at, now);
    if ((kind == ActKind.OWN_SIGN_IN) != recorder.isTheClient()) {
      throw Refusal.of(
          Problem.of(KIND_NOT_POSSIBLE)
              .error(
                  pointer + "/kind",
                  "not-possible",
                  "own-sign-in is what clients do themselves; all else is written down by"
                      + " others."));
    }
    return new RecordedAct(kind, ActTimes.byOurClock(at, now), words, recorder.subject(), now);
  }

  /**
   * The act, which answers something.
   *
   * @param other when that was there; clocks may differ by five minutes
   * @param code of the fault at {@code /act/at}, such as {@code before-signature}
   * @throws Refusal {@code invalid} when the act was before it
   */
  public RecordedAct notBefore(Instant other, String code, String detail) {
    return notBefore(USUAL, other, code, detail);
  }

  /** As the other; {@code pointer} is where the act stands in the request. */
  public RecordedAct notBefore(String pointer, Instant other, String code, String detail) {
    if (ActTimes.isBefore(at, other)) {
      throw fault(pointer, code, detail);
    }
    return this;
  }

  /**
   * As {@link #notBefore}, of what the client puts their name to: a paper may have been signed long
   * before somebody types it.
   */
  public RecordedAct notSignedBefore(Instant offered, String code, String detail) {
    return kind == ActKind.SIGNED_PAPER ? this : notBefore(offered, code, detail);
  }

  private static Refusal fault(String pointer, String code, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).error(pointer + "/at", code, detail));
  }

  /** What the client, signed in, does at this moment. */
  public static RecordedAct ownSignIn(SubjectId client, Instant now) {
    return new RecordedAct(ActKind.OWN_SIGN_IN, now, null, client, now);
  }
}
