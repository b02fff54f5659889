package org.handrail.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.handrail.gateway.PublicUrl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Somebody signed out in this browser while the realm was away, which may still know them there.
 * The browser remembers it for as long as the realm's own cookie lives.
 */
@Component
class UnfinishedSignOut {

  private static final String NAME = "handrail-unfinished";

  private final boolean secure;

  UnfinishedSignOut(PublicUrl publicUrl) {
    secure = publicUrl.needsSecureCookies();
  }

  boolean isIn(HttpServletRequest request) {
    return WebUtils.getCookie(request, NAME) != null;
  }

  void remember(HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("yes").build().toString());
  }

  void isDone(HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(Duration.ZERO).build().toString());
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String value) {
    return ResponseCookie.from(NAME, value)
        .path("/login")
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax");
  }
}
