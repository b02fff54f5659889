package org.handrail.gateway.signin;

import java.util.function.Consumer;
import org.handrail.gateway.PublicUrl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** What each answer tells a browser not to do. */
final class SecurityHeaders {

  private static final String BASE =
      "default-src 'none'; script-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'; ";
  private static final String POLICY = BASE + "style-src 'self'";
  // Swagger UI writes style attributes.
  private static final String POLICY_OF_DOCS = BASE + "style-src 'self' 'unsafe-inline'";

  private static final long A_YEAR = 31_536_000;

  private SecurityHeaders() {}

  static Consumer<HeadersConfigurer<HttpSecurity>> of(PublicUrl publicUrl) {
    var docs = PathPatternRequestMatcher.withDefaults().matcher("/docs/**");
    return headers ->
        headers
            .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
            .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
            .httpStrictTransportSecurity(
                hsts -> {
                  if (publicUrl.needsSecureCookies()) {
                    hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
                        .includeSubDomains(true)
                        .maxAgeInSeconds(A_YEAR);
                  } else {
                    hsts.disable();
                  }
                })
            .addHeaderWriter(
                new StaticHeadersWriter(
                    "Permissions-Policy", "camera=(), microphone=(), geolocation=()"))
            .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
            .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"))
            .addHeaderWriter(
                new DelegatingRequestMatcherHeaderWriter(
                    docs, new StaticHeadersWriter("Content-Security-Policy", POLICY_OF_DOCS)))
            .addHeaderWriter(
                new DelegatingRequestMatcherHeaderWriter(
                    new NegatedRequestMatcher(docs),
                    new StaticHeadersWriter("Content-Security-Policy", POLICY)))
            .addHeaderWriter(
                new DelegatingRequestMatcherHeaderWriter(
                    PathPatternRequestMatcher.withDefaults().matcher("/api/**"),
                    new StaticHeadersWriter("Cache-Control", "no-store")));
  }
}
