package org.handrail.platform.problem;

/** The problem for a status that a library chose. */
final class Statuses {

  private Statuses() {}

  static ProblemType type(int status) {
    return switch (status) {
      case 401 -> Problems.UNAUTHENTICATED;
      case 403 -> Problems.ROLE_NOT_ALLOWED;
      case 404 -> Problems.NOT_FOUND;
      case 405 -> Problems.METHOD_NOT_ALLOWED;
      case 406 -> Problems.NOT_ACCEPTABLE;
      case 413 -> Problems.BODY_TOO_LARGE;
      case 415 -> Problems.UNSUPPORTED_MEDIA_TYPE;
      case 503 -> Problems.UNAVAILABLE;
      default -> status < 500 ? Problems.MALFORMED : Problems.INTERNAL;
    };
  }
}
