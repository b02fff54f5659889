package org.handrail.referral.referral.lifecycle;

/** Whether a step may be taken, and where it leads. */
public sealed interface Judgement {
  /** The step leads there. */
  record Allowed(Standing next) implements Judgement {}

  /** This party cannot take this step from here. */
  record NotFromHere() implements Judgement {}

  /** The step needs a reason. */
  record ReasonMissing() implements Judgement {}

  /** This reason does not go with this step. */
  record ReasonForeign() implements Judgement {}
}
