package org.handrail.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.handrail.platform.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Says of a request that the firewall stopped what is wrong with it: its method or its address. */
public final class Rejected implements RequestRejectedHandler {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final ProblemWriter problems;

  public Rejected(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
      throws IOException {
    if (METHODS.contains(request.getMethod())) {
      problems.write(response, Problem.of(Problems.MALFORMED).detail("The address is malformed"));
      return;
    }
    var methods = String.join(", ", METHODS);
    response.setHeader(HttpHeaders.ALLOW, methods);
    problems.write(
        response,
        Problem.of(Problems.METHOD_NOT_ALLOWED).detail("The methods here are " + methods));
  }
}
