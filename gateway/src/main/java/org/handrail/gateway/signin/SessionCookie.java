package org.handrail.gateway.signin;

import org.handrail.gateway.PublicUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The one cookie that stands for a sign-in. Scripts cannot read it; it comes along when the realm
 * sends somebody back (Lax), and nowhere but to this host.
 */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

  private final boolean secure;

  SessionCookie(PublicUrl publicUrl) {
    secure = publicUrl.needsSecureCookies();
  }

  /** With the prefix, a browser refuses it from any other host or from plain HTTP. */
  String name() {
    return secure ? "__Host-SESSION" : "SESSION";
  }

  @Bean
  DefaultCookieSerializer cookieSerializer() {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(name());
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(secure);
    cookie.setSameSite("Lax");
    return cookie;
  }
}
