package org.handrail.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.handrail.platform.problem.Problems;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Says of a request that the firewall stopped what is wrong with it: its address. */
public final class Rejected implements RequestRejectedHandler {
  private final ProblemWriter problems;

  public Rejected(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
      throws IOException {
    problems.write(response, Problem.of(Problems.MALFORMED).detail("The address is malformed"));
  }
}
