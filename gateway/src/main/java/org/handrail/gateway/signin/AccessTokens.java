package org.handrail.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.handrail.gateway.EdgeProblems;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * The access token to relay for a request: the bearer's own, or the session's, refreshed in time.
 */
@Component
public class AccessTokens {

  private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

  /** A token that a service still accepts when it arrives there. */
  static final Duration AHEAD = Duration.ofSeconds(30);

  private final SessionTokens sessions;
  private final ClientRegistration registration;
  private final OAuth2AuthorizedClientProvider refreshing;
  private final Clock clock;

  AccessTokens(
      SessionTokens sessions,
      ClientRegistration registration,
      OAuth2AuthorizedClientProvider refreshing,
      Clock clock) {
    this.sessions = sessions;
    this.registration = registration;
    this.refreshing = refreshing;
    this.clock = clock;
  }

  /** Refuses when nobody is signed in any more, or when only Keycloak could tell and is away. */
  public AccessToken of(HttpServletRequest request) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication instanceof JwtAuthenticationToken bearer) {
      return new AccessToken(bearer.getToken().getTokenValue(), bearer.getToken().getExpiresAt());
    }
    if (!(authentication instanceof OAuth2AuthenticationToken signedIn)) {
      throw Refusal.of(Problems.UNAUTHENTICATED);
    }
    var tokens = sessions.find(request).orElseThrow(() -> ended(request));
    return tokens.validAt(clock.instant().plus(AHEAD))
        ? tokens.relayed()
        : refreshed(tokens, signedIn, request);
  }

  private AccessToken refreshed(
      Tokens tokens, OAuth2AuthenticationToken signedIn, HttpServletRequest request) {
    try {
      var client = tokens.authorized(registration, signedIn.getName());
      var fresh =
          refreshing.authorize(
              OAuth2AuthorizationContext.withAuthorizedClient(client).principal(signedIn).build());
      if (fresh == null) {
        throw ended(request);
      }
      var renewed = Tokens.of(fresh);
      sessions.keep(renewed, request);
      return renewed.relayed();
    } catch (OAuth2AuthorizationException e) {
      if (OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())) {
        throw ended(request);
      }
      LOG.warn("a sign-in could not be refreshed: {}", e.getError().getErrorCode());
      if (tokens.validAt(clock.instant())) {
        return tokens.relayed();
      }
      throw Refusal.of(
          EdgeProblems.SIGN_IN_UNAVAILABLE, "Nobody was signed out. Try again in a moment.");
    }
  }

  private static Refusal ended(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return Refusal.of(Problems.UNAUTHENTICATED, "The sign-in has ended.");
  }
}
