package org.handrail.platform.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;

/** Reads for whom a service calls. */
final class OnBehalfOfHeaders {

  static final ProblemType INVALID =
      ProblemType.of("on-behalf-of-invalid", 400, "Say for whom the service calls");

  private OnBehalfOfHeaders() {}

  /** None when neither header is there; refuses half of it and what is no id. */
  static Optional<OnBehalfOf> read(HttpServletRequest request) {
    var subject = request.getHeader(OnBehalfOf.SUBJECT_HEADER);
    var agency = request.getHeader(OnBehalfOf.AGENCY_HEADER);
    if (subject == null && agency == null) {
      return Optional.empty();
    }
    if (subject == null || agency == null) {
      throw Refusal.of(INVALID);
    }
    try {
      return Optional.of(new OnBehalfOf(new SubjectId(subject), new AgencyId(agency)));
    } catch (IllegalArgumentException e) {
      throw Refusal.of(INVALID);
    }
  }
}
