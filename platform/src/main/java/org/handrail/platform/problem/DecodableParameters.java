package org.handrail.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address whose parameters cannot be decoded: a percent sign with no hexadecimal number
 * behind it, bytes that are no UTF-8. The container decodes them when somebody first asks for one,
 * which may be anywhere or nowhere; here they are asked for whatever the address is.
 */
final class DecodableParameters extends OncePerRequestFilter {
  private final ProblemWriter problems;

  DecodableParameters(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      request.getParameterMap();
    } catch (InvalidParameterException e) {
      problems.write(
          response,
          Problem.of(Problems.MALFORMED).detail("The address's parameters are malformed"));
      return;
    }
    chain.doFilter(request, response);
  }
}
