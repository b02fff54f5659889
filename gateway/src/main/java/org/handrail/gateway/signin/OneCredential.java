package org.handrail.gateway.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import org.handrail.gateway.EdgeProblems;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request with a session cookie and an Authorization header: whose it is would be a
 * matter of which is looked at first.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OneCredential extends OncePerRequestFilter {

  private final ProblemWriter problems;
  private final SessionCookie cookie;

  OneCredential(ProblemWriter problems, SessionCookie cookie) {
    this.problems = problems;
    this.cookie = cookie;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size();
    if (headers > 1 || (headers == 1 && hasSession(request))) {
      problems.write(response, Problem.of(EdgeProblems.TWO_CREDENTIALS));
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean hasSession(HttpServletRequest request) {
    return Arrays.stream(
            Objects.requireNonNullElseGet(
                request.getCookies(), () -> new jakarta.servlet.http.Cookie[0]))
        .anyMatch(sent -> sent.getName().equals(cookie.name()));
  }
}
