package org.handrail.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers each reading in whole. An entity tag is the version under which something is changed;
 * what is read with it changes with time and by others' words as well, so that nobody is told that
 * it is as it was.
 */
final class WholeAnswers extends OncePerRequestFilter {
  private static final Set<String> CONDITIONS = conditions("If-None-Match", "If-Modified-Since");

  private static Set<String> conditions(String... names) {
    var ignoringCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Collections.addAll(ignoringCase, names);
    return ignoringCase;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new Unconditional(request), response);
  }

  private static final class Unconditional extends HttpServletRequestWrapper {
    Unconditional(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return CONDITIONS.contains(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return CONDITIONS.contains(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public long getDateHeader(String name) {
      return CONDITIONS.contains(name) ? -1 : super.getDateHeader(name);
    }
  }
}
