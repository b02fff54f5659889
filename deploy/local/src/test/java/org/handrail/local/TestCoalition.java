package org.handrail.local;

import static org.handrail.local.Installation.Port.KAFKA;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A coalition of its own for one test run, all parts or some, on ports that are free. It does not
 * survive the virtual machine that started it; its logs stay under {@code .handrail-test}.
 */
final class TestCoalition implements AutoCloseable {

  private static final String OAUTHBEARER = "org.apache.kafka.common.security.oauthbearer.";
  private static final int FIRST_PORT = 18_080;
  private static final int PORT_STEP = 100;

  private final Installation at;
  private final Coalition coalition;
  private final List<Lifeline> lifelines = new ArrayList<>();

  private TestCoalition(Installation at) {
    this.at = at;
    this.coalition = new Coalition(at);
  }

  /** Starts those parts and what they need, from nothing; none named means all. */
  static TestCoalition start(String... parts) {
    var test = new TestCoalition(installation());
    test.coalition.forget();
    test.coalition.up(List.of(parts), Progress.silent());
    test.coalition.processes().values().stream().map(Lifeline::to).forEach(test.lifelines::add);
    return test;
  }

  /** What has been prepared for a port is prepared for it for good: the first free one is taken. */
  static Installation installation() {
    var repository = Path.of(System.getProperty("handrail.repository", "."));
    return IntStream.iterate(FIRST_PORT, port -> port + PORT_STEP)
        .limit(20)
        .mapToObj(
            port ->
                new Installation(repository, repository.resolve(".handrail-test/" + port), port))
        .filter(TestCoalition::isFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free ports from " + FIRST_PORT));
  }

  private static boolean isFree(Installation at) {
    return Stream.of(Installation.Port.values()).noneMatch(port -> Ports.answers(at.port(port)));
  }

  String issuer() {
    return at.issuer();
  }

  String tokenUrl() {
    return at.tokenUrl();
  }

  /** The secret of one of Keycloak's confidential clients. */
  String clientSecret(String client) {
    return FirstState.secrets(at).client(client);
  }

  /** Signs a demonstration account in, as {@code ./handrail token} does. */
  String token(String email) {
    return BrowserSignIn.accessToken(at.issuer(), email, DemoAccounts.PASSWORD);
  }

  /** How an application signs in at Kafka: as its own Keycloak client. */
  Map<String, Object> kafkaSettings(String client) {
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + at.port(KAFKA),
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
        at.tokenUrl(),
        "sasl.oauthbearer.client.credentials.client.id",
        client,
        "sasl.oauthbearer.client.credentials.client.secret",
        clientSecret(client),
        "sasl.oauthbearer.scope",
        "kafka");
  }

  @Override
  public void close() {
    coalition.down(Progress.silent());
    lifelines.forEach(Lifeline::close);
  }
}
