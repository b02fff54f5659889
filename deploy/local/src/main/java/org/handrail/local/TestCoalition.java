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
public final class TestCoalition implements AutoCloseable {

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
  public static TestCoalition start(String... parts) {
    var test = new TestCoalition(installation());
    test.coalition.forget();
    test.up(parts);
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

  /** Starts those of the parts that do not run; for after a {@link #kill}. */
  public void up(String... parts) {
    coalition.up(List.of(parts), Progress.silent());
    lifelines.forEach(Lifeline::close);
    lifelines.clear();
    coalition.processes().values().stream().map(Lifeline::to).forEach(lifelines::add);
  }

  /** Ends a part as a power cut would. */
  public void kill(String part) {
    coalition.process(part).kill();
  }

  /** The origin that browsers and clients speak to. */
  public String url() {
    return at.webUrl();
  }

  public String issuer() {
    return at.issuer();
  }

  public String tokenUrl() {
    return at.tokenUrl();
  }

  /** Where Kafka's clients connect, with a token. */
  public String kafka() {
    return "127.0.0.1:" + at.port(KAFKA);
  }

  /** The secret of one of Keycloak's confidential clients. */
  public String clientSecret(String client) {
    return FirstState.secrets(at).client(client);
  }

  /** Signs a demonstration account in, as {@code ./handrail token} does. */
  public String token(String email) {
    return BrowserSignIn.accessToken(at.issuer(), email, DemoAccounts.PASSWORD);
  }

  /** What a client of Kafka says to sign in with its own Keycloak client. */
  public Map<String, Object> kafkaSettings(String client) {
    return KafkaSettings.application(at, client, clientSecret(client));
  }

  @Override
  public void close() {
    coalition.down(Progress.silent());
    lifelines.forEach(Lifeline::close);
  }
}
