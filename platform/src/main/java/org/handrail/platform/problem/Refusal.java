package org.handrail.platform.problem;

/** A request that is refused for a reason that the caller is told; rolls back what was begun. */
public class Refusal extends RuntimeException {

  private final transient Problem problem;

  protected Refusal(Problem problem) {
    // A refusal is an answer: nobody reads its stack.
    super(problem.type().code(), null, false, false);
    this.problem = problem;
  }

  public static Refusal of(Problem problem) {
    return new Refusal(problem);
  }

  public static Refusal of(ProblemType type) {
    return new Refusal(Problem.of(type));
  }

  public static Refusal of(ProblemType type, String detail) {
    return new Refusal(Problem.of(type).detail(detail));
  }

  public Problem problem() {
    return problem;
  }
}
