package org.handrail.gateway.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves {@code Accept-Patch} out of an answer that names nothing in it: nobody takes a PATCH here,
 * and an empty header says neither that nor anything else (RFC 5789, 3.1).
 */
@Component
class AcceptedPatches extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, new Named(response));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("OPTIONS");
  }

  private static final class Named extends HttpServletResponseWrapper {
    Named(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (saysSomething(name, value)) {
        super.addHeader(name, value);
      }
    }

    @Override
    public void setHeader(String name, String value) {
      if (saysSomething(name, value)) {
        super.setHeader(name, value);
      }
    }

    private static boolean saysSomething(String name, String value) {
      return !name.equalsIgnoreCase(HttpHeaders.ACCEPT_PATCH) || !value.isBlank();
    }
  }
}
