package org.handrail.gateway;

import org.handrail.platform.problem.ProblemType;

/** What only the edge refuses. */
public final class EdgeProblems {

  public static final ProblemType TWO_CREDENTIALS =
      ProblemType.of("two-credentials", 400, "A session cookie or a bearer token, never both");
  public static final ProblemType CSRF_TOKEN =
      ProblemType.of("csrf-token-missing", 403, "The request does not prove where it comes from");
  public static final ProblemType SIGN_IN_UNAVAILABLE =
      ProblemType.of("sign-in-unavailable", 503, "The sign-in service does not answer");
  public static final ProblemType SERVICE_UNAVAILABLE =
      ProblemType.of("service-unavailable", 503, "A part of Handrail does not answer");
  public static final ProblemType SERVICE_TIMEOUT =
      ProblemType.of("service-timeout", 504, "A part of Handrail took too long");
  public static final ProblemType HEADERS_TOO_LARGE =
      ProblemType.of("headers-too-large", 431, "The request's headers are too large");
  public static final ProblemType HTTP_VERSION =
      ProblemType.of("http-version-not-supported", 505, "This version of HTTP is not spoken here");

  private EdgeProblems() {}
}
