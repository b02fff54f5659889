package org.handrail.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets every request's body be read once, up to a limit, when a handler asks for it. */
final class BodyFilter extends OncePerRequestFilter {

  private final AntPathMatcher paths = new AntPathMatcher();
  private final DataSize limit;
  private final Map<String, DataSize> limits;

  BodyFilter(DataSize limit, Map<String, DataSize> limits) {
    this.limit = limit;
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new RequestBody(request, limit(request.getRequestURI())), response);
  }

  private int limit(String path) {
    return Math.toIntExact(
        limits.entrySet().stream()
            .filter(entry -> paths.match(entry.getKey(), path))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(limit)
            .toBytes());
  }
}
