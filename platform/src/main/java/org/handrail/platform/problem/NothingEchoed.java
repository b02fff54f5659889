package org.handrail.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes of TRACE a method that nobody knows, so that whoever has the address refuses it and names
 * those that it takes. A servlet would answer it by itself, with everything that it was sent.
 */
final class NothingEchoed extends OncePerRequestFilter {
  private static final String ECHO = "TRACE";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request.getMethod().equals(ECHO) ? new Unknown(request) : request, response);
  }

  private static final class Unknown extends HttpServletRequestWrapper {
    Unknown(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      // Methods are told apart by case (RFC 9110, 9.1).
      return "trace";
    }
  }
}
