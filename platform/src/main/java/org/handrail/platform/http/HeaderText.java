package org.handrail.platform.http;

import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Takes header values as HTTP does (RFC 9110, 5.5): any byte but a control character. Whoever reads
 * one checks what it may be; a stranger's odd cookie stops nobody.
 */
public final class HeaderText {
  private static final int DELETE = 0x7f;

  private HeaderText() {}

  /**
   * A firewall that is strict with all else but methods: whether there is such a method, and which
   * others there are, only the address that is asked can say.
   */
  public static HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowedHeaderValues(
        value -> value.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == DELETE));
    return firewall;
  }
}
