package org.handrail.platform.problem;

/**
 * What does not exist or may not be seen by the caller, which look the same; there are never
 * details.
 */
public final class NotFound extends Refusal {

  public NotFound() {
    super(Problem.of(Problems.NOT_FOUND));
  }
}
