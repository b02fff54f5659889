package org.handrail.platform.caller;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.handrail.platform.problem.ProblemWriter;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.AgencyScope;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the rest of a request run as the agency of its caller, or of whom a service calls for. */
final class CallerScopeFilter extends OncePerRequestFilter {

  private final ProblemWriter problems;

  CallerScopeFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<AgencyScope> scope;
    try {
      scope = scope(request);
    } catch (Refusal e) {
      problems.write(response, e.problem());
      return;
    }
    if (scope.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      scope.get().filter(() -> chain.doFilter(request, response));
    }
  }

  private static Optional<AgencyScope> scope(HttpServletRequest request) {
    if (!(SecurityContextHolder.getContext().getAuthentication()
        instanceof CallerAuthentication authentication)) {
      return Optional.empty();
    }
    return switch (authentication.caller()) {
      case Person person -> Optional.of(AgencyScope.as(person));
      case ServiceCaller service -> OnBehalfOfHeaders.read(request).map(AgencyScope::as);
    };
  }
}
