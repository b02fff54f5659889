package org.handrail.platform.problem;

import java.util.List;

/** The problems that any request may meet, whatever it asks for. */
public final class Problems {

  public static final ProblemType UNAUTHENTICATED =
      ProblemType.of("unauthenticated", 401, "Sign in first");
  public static final ProblemType ROLE_NOT_ALLOWED =
      ProblemType.of("role-not-allowed", 403, "Your role does not allow this");
  public static final ProblemType ORGANIZATION_MISSING =
      ProblemType.of("organization-missing", 403, "You are not a member of an agency");
  public static final ProblemType ORGANIZATION_AMBIGUOUS =
      ProblemType.of("organization-ambiguous", 403, "Choose the agency that you act for");
  public static final ProblemType NOT_FOUND = ProblemType.of("not-found", 404, "Not found");
  public static final ProblemType METHOD_NOT_ALLOWED =
      ProblemType.of("method-not-allowed", 405, "This address does not take that method");
  public static final ProblemType NOT_ACCEPTABLE =
      ProblemType.of("not-acceptable", 406, "This address cannot answer in that format");
  public static final ProblemType BODY_TOO_LARGE =
      ProblemType.of("body-too-large", 413, "The request's body is too large");
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      ProblemType.of("unsupported-media-type", 415, "This address does not take that format");
  public static final ProblemType MALFORMED =
      ProblemType.of("malformed", 400, "The request cannot be read");
  public static final ProblemType INVALID =
      ProblemType.of("invalid", 400, "The request does not fit what this address takes");
  public static final ProblemType UNKNOWN_PARAMETER =
      ProblemType.of("unknown-parameter", 400, "This address does not take that parameter");
  public static final ProblemType REPEATED_PARAMETER =
      ProblemType.of("repeated-parameter", 400, "This address takes that parameter once");
  public static final ProblemType INTERNAL =
      ProblemType.of("internal", 500, "Something went wrong on our side");
  public static final ProblemType UNAVAILABLE =
      ProblemType.of("unavailable", 503, "Not available at the moment; try again");

  private Problems() {}

  /** That the parameter {@code after} is no place where an earlier page ended. */
  public static Problem notOfAnEarlierPage() {
    return Problem.of(INVALID).parameter("after", "wrong-value", "Not of an earlier page");
  }

  /** That these parameters are there without a value. */
  public static Problem withoutValue(List<String> parameters) {
    return Problem.of(INVALID)
        .errors(
            parameters.stream()
                .map(name -> Problem.Fault.ofParameter(name, "missing", ConstraintWords.NEEDED))
                .toList());
  }

  /**
   * @param limit how many bytes are taken
   */
  public static Problem bodyTooLarge(long limit) {
    return Problem.of(BODY_TOO_LARGE)
        .detail("At most %d bytes".formatted(limit))
        .with("limit", limit);
  }
}
