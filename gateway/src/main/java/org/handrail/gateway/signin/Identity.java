package org.handrail.gateway.signin;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

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
}
