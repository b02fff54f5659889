package org.handrail.local;

import static org.handrail.local.Installation.Port.KAFKA;

import java.util.Map;

/**
 * A coalition of its own for one test run, as far as it is about who somebody is: Keycloak with the
 * coalition's realms, and the broker that asks it. It does not survive the virtual machine that
 * started it.
 */
interface TestCoalition extends AutoCloseable {

  String OAUTHBEARER = "org.apache.kafka.common.security.oauthbearer.";

  /** Starts it from nothing. */
  static TestCoalition start() {
    return switch (Backing.chosen()) {
      case EMBEDDED -> ProcessCoalition.started();
      case CONTAINERS -> ContainerCoalition.started();
    };
  }

  /** Where it is reached: the same addresses inside and outside, whatever it runs on. */
  Installation at();

  Secrets secrets();

  @Override
  void close();

  default String issuer() {
    return at().issuer();
  }

  default String tokenUrl() {
    return at().tokenUrl();
  }

  /** Signs a demonstration account in, as {@code ./handrail token} does. */
  default String token(String email) {
    return BrowserSignIn.accessToken(issuer(), email, DemoAccounts.PASSWORD);
  }

  /** How an application signs in at Kafka: as its own Keycloak client. */
  default Map<String, Object> kafkaSettings(String client) {
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + at().port(KAFKA),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "OAUTHBEARER",
        "sasl.jaas.config",
        OAUTHBEARER + "OAuthBearerLoginModule required;",
        "sasl.login.callback.handler.class",
        OAUTHBEARER + "OAuthBearerLoginCallbackHandler",
        "sasl.oauthbearer.jwt.retriever.class",
        OAUTHBEARER + "ClientCredentialsJwtRetriever",
        "sasl.oauthbearer.token.endpoint.url",
        tokenUrl(),
        "sasl.oauthbearer.client.credentials.client.id",
        client,
        "sasl.oauthbearer.client.credentials.client.secret",
        secrets().client(client),
        "sasl.oauthbearer.scope",
        "kafka");
  }
}
