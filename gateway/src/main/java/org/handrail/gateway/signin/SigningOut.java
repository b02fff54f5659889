package org.handrail.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.handrail.gateway.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The end of a sign-in: here at once, then at the realm, whose address the answer names, also when
 * nobody is signed in here any more. While the realm is away the app says so: {@code
 * ?sign-out=unfinished}, and the next sign-in in that browser ends it first. A script cannot follow
 * a redirect to there, so it gets {@code {"next": …}} when it asks for JSON.
 */
@Component
class SigningOut implements LogoutSuccessHandler {

  private final Identity identity;
  private final PublicUrl publicUrl;
  private final RealmReach realm;
  private final UnfinishedSignOut unfinished;
  private final JsonMapper json;

  SigningOut(
      Identity identity,
      PublicUrl publicUrl,
      RealmReach realm,
      UnfinishedSignOut unfinished,
      JsonMapper json) {
    this.identity = identity;
    this.publicUrl = publicUrl;
    this.realm = realm;
    this.unfinished = unfinished;
    this.json = json;
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    var next = realm.answers() ? endAtTheRealm(authentication) : unfinished(response);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE)) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      json.writeValue(response.getOutputStream(), Map.of("next", next));
    } else {
      response.sendRedirect(next);
    }
  }

  /** Of whom nothing is known here the realm asks first whether they want to sign out. */
  private String endAtTheRealm(@Nullable Authentication authentication) {
    var end = identity.endingSession(publicUrl.at("/"));
    if (authentication instanceof OAuth2AuthenticationToken signedIn
        && signedIn.getPrincipal() instanceof OidcUser user) {
      end.queryParam("id_token_hint", user.getIdToken().getTokenValue());
    }
    return end.build(true).toUriString();
  }

  private String unfinished(HttpServletResponse response) {
    unfinished.remember(response);
    return publicUrl.at("/?sign-out=unfinished");
  }
}
