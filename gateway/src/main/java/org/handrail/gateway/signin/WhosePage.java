package org.handrail.gateway.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A page says in a header to whom it belongs. When somebody else has signed in meanwhile in the
 * same browser, it must sign in anew: what it shows and what is half written in it are the first
 * one's, and must not be done or read in the other's name.
 */
final class WhosePage extends OncePerRequestFilter {

  static final String HEADER = "X-Signed-In-As";

  private final AuthenticationEntryPoint signInFirst;

  WhosePage(AuthenticationEntryPoint signInFirst) {
    this.signInFirst = signInFirst;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var owner = request.getHeader(HEADER);
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (owner != null && signedIn != null && !owner.equals(signedIn.getName())) {
      signInFirst.commence(
          request, response, new InsufficientAuthenticationException("the page is another's"));
      return;
    }
    chain.doFilter(request, response);
  }
}
