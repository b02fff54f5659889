package org.handrail.platform.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Tokens that were seen a moment ago: only their signature is not reckoned again, which costs a
 * tenth of a request. A key that the realm withdraws is obeyed that much later.
 */
final class RecentTokens implements JwtDecoder {
  private static final Duration A_MOMENT = Duration.ofSeconds(30);
  private static final int AT_MOST = 5_000;

  private final JwtDecoder decoder;
  private final OAuth2TokenValidator<Jwt> valid;
  private final Cache<String, Jwt> recent =
      Caffeine.newBuilder().maximumSize(AT_MOST).expireAfterWrite(A_MOMENT).build();

  /**
   * @param decoder for what was not seen yet; asks {@code valid} too
   */
  RecentTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> valid) {
    this.decoder = decoder;
    this.valid = valid;
  }

  @Override
  public Jwt decode(String token) {
    var seen = recent.getIfPresent(token);
    if (seen == null) {
      var decoded = decoder.decode(token);
      recent.put(token, decoded);
      return decoded;
    }
    var faults = valid.validate(seen);
    if (faults.hasErrors()) {
      throw new JwtValidationException("no longer valid", faults.getErrors());
    }
    return seen;
  }
}
