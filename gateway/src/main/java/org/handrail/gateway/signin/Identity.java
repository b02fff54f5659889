package org.handrail.gateway.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Where the coalition's realm is. Each address stands here by itself, so that the edge starts, and
 * who is signed in goes on, while Keycloak is away.
 *
 * @param issuer as tokens name it, and as browsers reach it
 * @param jwks its signing keys, as reached from here
 * @param tokenUrl its token endpoint, as reached from here
 */
@ConfigurationProperties("handrail.identity")
record Identity(URI issuer, URI jwks, URI tokenUrl, String clientId, String clientSecret) {

  static final String AUDIENCE = "handrail";

  String authorizationUrl() {
    return issuer + "/protocol/openid-connect/auth";
  }

  String endSessionUrl() {
    return issuer + "/protocol/openid-connect/logout";
  }

  /** Where the realm ends what it knows of a browser, and sends it back to there. */
  UriComponentsBuilder endingSession(String back) {
    return UriComponentsBuilder.fromUriString(endSessionUrl())
        .queryParam("client_id", clientId)
        .queryParam("post_logout_redirect_uri", UriUtils.encode(back, UTF_8));
  }
}
