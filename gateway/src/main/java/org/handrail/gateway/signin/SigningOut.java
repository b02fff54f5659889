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
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The end of a sign-in: here at once, then at the realm, whose address the answer names. A script
 * cannot follow a redirect to there, so it gets {@code {"next": …}} when it asks for JSON.
 */
@Component
class SigningOut implements LogoutSuccessHandler {

  private final Identity identity;
  private final PublicUrl publicUrl;
  private final JsonMapper json;

  SigningOut(Identity identity, PublicUrl publicUrl, JsonMapper json) {
    this.identity = identity;
    this.publicUrl = publicUrl;
    this.json = json;
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    var next =
        authentication instanceof OAuth2AuthenticationToken signedIn
                && signedIn.getPrincipal() instanceof OidcUser user
            ? endAtTheRealm(user)
            : publicUrl.at("/");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE)) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      json.writeValue(response.getOutputStream(), Map.of("next", next));
    } else {
      response.sendRedirect(next);
    }
  }

  private String endAtTheRealm(OidcUser user) {
    return UriComponentsBuilder.fromUriString(identity.endSessionUrl())
        .queryParam("id_token_hint", user.getIdToken().getTokenValue())
        .queryParam("post_logout_redirect_uri", publicUrl.at("/"))
        .encode()
        .toUriString();
  }
}
