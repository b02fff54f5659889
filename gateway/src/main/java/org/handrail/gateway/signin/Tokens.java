package org.handrail.gateway.signin;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * The tokens of one signed-in session as they are kept with it. Of the client itself nothing is
 * kept: its secret has no place in a row per session.
 */
record Tokens(
    String access,
    @Nullable Instant issuedAt,
    @Nullable Instant expiresAt,
    @Nullable String refresh)
    implements Serializable {

  private static final long serialVersionUID = 1;

  static Tokens of(OAuth2AuthorizedClient client) {
    var access = client.getAccessToken();
    var refresh = client.getRefreshToken();
    return new Tokens(
        access.getTokenValue(),
        access.getIssuedAt(),
        access.getExpiresAt(),
        refresh == null ? null : refresh.getTokenValue());
  }

  OAuth2AuthorizedClient authorized(ClientRegistration registration, String subject) {
    return new OAuth2AuthorizedClient(
        registration,
        subject,
        new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, access, issuedAt, expiresAt),
        refresh == null ? null : new OAuth2RefreshToken(refresh, issuedAt));
  }

  AccessToken relayed() {
    return new AccessToken(access, expiresAt);
  }

  boolean validAt(Instant instant) {
    return expiresAt == null || instant.isBefore(expiresAt);
  }
}
