package org.handrail.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.handrail.gateway.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The value by which a browser's write proves that our page sent it. The page reads it from a
 * cookie and sends it in a header; the session remembers which one was given to it, so that a
 * cookie that another host of the same domain planted, or that belongs to another sign-in, proves
 * nothing.
 */
@Component
class ProofOfOrigin implements CsrfTokenRepository {

  private static final String GIVEN = ProofOfOrigin.class.getName();

  private final CookieCsrfTokenRepository cookie;

  ProofOfOrigin(PublicUrl publicUrl) {
    cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
    cookie.setCookiePath("/");
    cookie.setCookieCustomizer(
        sent -> sent.sameSite("Strict").secure(publicUrl.needsSecureCookies()));
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return cookie.generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    cookie.saveToken(token, request, response);
    var session = request.getSession(false);
    if (session != null) {
      session.setAttribute(GIVEN, token == null ? null : token.getToken());
    }
  }

  /**
   * Without a session there is nothing to protect; whoever must sign in first is told just that.
   */
  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    var shown = cookie.loadToken(request);
    var session = request.getSession(false);
    return shown == null || session == null || shown.getToken().equals(session.getAttribute(GIVEN))
        ? shown
        : null;
  }
}
