package org.handrail.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Keeps the tokens in the session, so that two browsers of one person do not share them. */
@Component
class SessionTokens implements OAuth2AuthorizedClientRepository {

  private static final String ATTRIBUTE = Tokens.class.getName();

  private final ClientRegistration registration;

  SessionTokens(ClientRegistration registration) {
    this.registration = registration;
  }

  Optional<Tokens> find(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (Tokens) session.getAttribute(ATTRIBUTE));
  }

  void keep(Tokens tokens, HttpServletRequest request) {
    request.getSession().setAttribute(ATTRIBUTE, tokens);
  }

  @Override
  // The signature is Spring Security's.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
      String registrationId, Authentication principal, HttpServletRequest request) {
    return (T)
        find(request)
            .map(tokens -> tokens.authorized(registration, principal.getName()))
            .orElse(null);
  }

  @Override
  public void saveAuthorizedClient(
      OAuth2AuthorizedClient client,
      Authentication principal,
      HttpServletRequest request,
      HttpServletResponse response) {
    keep(Tokens.of(client), request);
  }

  @Override
  public void removeAuthorizedClient(
      String registrationId,
      Authentication principal,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional.ofNullable(request.getSession(false))
        .ifPresent(session -> session.removeAttribute(ATTRIBUTE));
  }
}
