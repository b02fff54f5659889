package org.handrail.gateway.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.handrail.gateway.EdgeProblems;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.handrail.platform.sql.Outages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database of the sessions is away nobody can tell who is signed in: that is said, and
 * nobody is signed out by it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SessionsAway extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(SessionsAway.class);

  private final ProblemWriter problems;

  SessionsAway(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException e) {
      if (!Outages.caused(e)) {
        throw e;
      }
      LOG.warn("The sessions cannot be read: {}", e.getClass().getSimpleName());
      problems.write(
          response,
          Problem.of(EdgeProblems.SIGN_IN_UNAVAILABLE)
              .detail("Nobody was signed out. Try again in a moment."));
    }
  }
}
