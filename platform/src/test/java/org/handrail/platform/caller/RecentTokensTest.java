package org.handrail.platform.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class RecentTokensTest {
  private static final Instant EXPIRY = Instant.parse("2026-11-23T09:05:00Z");

  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private final List<String> reckoned = new ArrayList<>();

  private final OAuth2TokenValidator<Jwt> notExpired =
      token ->
          now.isBefore(EXPIRY)
              ? OAuth2TokenValidatorResult.success()
              : OAuth2TokenValidatorResult.failure(new OAuth2Error("expired"));

  private final JwtDecoder byTheKeys =
      token -> {
        reckoned.add(token);
        if (!token.startsWith("signed")) {
          throw new BadJwtException("not signed by the realm");
        }
        return Jwt.withTokenValue(token).header("alg", "RS256").subject(token).build();
      };

  private final RecentTokens tokens = new RecentTokens(byTheKeys, notExpired);

  @Test
  void reckonsASignatureOnce() {
    assertThat(tokens.decode("signed-maya").getSubject()).isEqualTo("signed-maya");
    assertThat(tokens.decode("signed-maya").getSubject()).isEqualTo("signed-maya");
    assertThat(tokens.decode("signed-dan").getSubject()).isEqualTo("signed-dan");
    assertThat(reckoned).containsExactly("signed-maya", "signed-dan");
  }

  @Test
  void refusesWhatExpiredMeanwhile() {
    tokens.decode("signed-maya");
    now = EXPIRY;
    assertThatExceptionOfType(JwtValidationException.class)
        .isThrownBy(() -> tokens.decode("signed-maya"));
  }

  @Test
  void remembersNothingThatWasNotSigned() {
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("forged"));
    }
    assertThat(reckoned).containsExactly("forged", "forged");
  }
}
