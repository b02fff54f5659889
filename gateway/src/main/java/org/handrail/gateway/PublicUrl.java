package org.handrail.gateway;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address that browsers use, as configured: a Host header is never believed. */
@Component
public final class PublicUrl {

  private final URI url;

  PublicUrl(@Value("${handrail.public-url}") URI url) {
    this.url = url;
  }

  /** That address followed by the path. */
  public String at(String path) {
    return url.resolve(path).toString();
  }

  /** Whether cookies must not travel in the clear: everywhere but on this machine. */
  public boolean needsSecureCookies() {
    return "https".equals(url.getScheme()) || !"localhost".equals(url.getHost());
  }
}
