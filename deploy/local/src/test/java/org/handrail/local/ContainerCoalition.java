package org.handrail.local;

import static org.handrail.local.Installation.Port.KAFKA;
import static org.handrail.local.Installation.Port.KAFKA_INTERNAL;
import static org.handrail.local.Installation.Port.KEYCLOAK;
import static org.handrail.local.Installation.Port.KEYCLOAK_MANAGEMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/**
 * On containers. Each listens inside on the port on which it is published here: an issuer, and the
 * addresses that a realm's import fills in, must be known before anything starts, and be the same
 * for Keycloak itself and for a browser.
 */
final class ContainerCoalition implements TestCoalition {

  private static final String EVERYWHERE = "0.0.0.0";

  private final Installation at = TestInstallation.free();
  private final Secrets secrets = Secrets.unsaved(at.data("kept-by-nobody"));
  private final Network network = Network.newNetwork();
  private final List<GenericContainer<?>> started = new ArrayList<>();

  private ContainerCoalition() {}

  static ContainerCoalition started() {
    var test = new ContainerCoalition();
    try {
      test.postgres();
      test.keycloak();
      test.kafka();
      return test;
    } catch (RuntimeException e) {
      test.close();
      throw e;
    }
  }

  private void postgres() {
    var container = new PostgreSQLContainer(Images.POSTGRES).withUsername(PostgresServer.ADMIN);
    start("postgres", container);
    Databases.at(container.getJdbcUrl(), container.getUsername(), container.getPassword())
        .create("keycloak", secrets.database("keycloak"));
  }

  private void keycloak() {
    var arguments =
        Stream.of(
                List.of("start", "--import-realm"),
                KeycloakServer.BUILT_WITH,
                KeycloakServer.options(at, EVERYWHERE))
            .flatMap(List::stream)
            .toArray(String[]::new);
    var container =
        new GenericContainer<>(Images.KEYCLOAK)
            .withCommand(arguments)
            .withEnv(
                KeycloakServer.environment(at, secrets, "jdbc:postgresql://postgres:5432/keycloak"))
            // Its own script asks for another collector.
            .withEnv("JAVA_OPTS_APPEND", "-XX:-UseG1GC " + Images.QUICK_START)
            .withCopyFileToContainer(
                MountableFile.forHostPath(at.realms()), "/opt/keycloak/data/import")
            .withCopyFileToContainer(MountableFile.forHostPath(at.themes()), "/opt/keycloak/themes")
            .waitingFor(Wait.forHttp(KeycloakServer.READY).forPort(at.port(KEYCLOAK_MANAGEMENT)));
    start("keycloak", container, KEYCLOAK, KEYCLOAK_MANAGEMENT);
  }

  private void kafka() {
    var insiders =
        new KafkaSettings.Insiders(secrets.of("kafka.broker"), secrets.of("kafka.admin"));
    var jwks = at.jwks().replace("//localhost:", "//keycloak:");
    var settings = KafkaSettings.secured(at, new KafkaSettings.Site(EVERYWHERE, jwks), insiders);
    var container =
        new GenericContainer<>(Images.KAFKA)
            .withEnv(Images.kafkaVariables(settings))
            .withEnv("CLUSTER_ID", KafkaSettings.CLUSTER)
            .withEnv("KAFKA_OPTS", "-D%s=%s".formatted(KafkaSettings.ALLOWED_URLS, jwks))
            .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
    start("kafka", container, KAFKA, KAFKA_INTERNAL);
    var admin = KafkaSettings.admin(at, insiders);
    KafkaBroker.createTopics(admin);
    KafkaAccess.apply(admin);
  }

  private void start(String name, GenericContainer<?> container, Installation.Port... ports) {
    started.addFirst(container);
    container.withNetwork(network).withNetworkAliases(name).withStartupTimeout(Images.PATIENCE);
    if (ports.length > 0) {
      var published = Stream.of(ports).map(at::port).toList();
      container.withExposedPorts(published.toArray(Integer[]::new));
      container.setPortBindings(
          published.stream().map(port -> "127.0.0.1:%1$d:%1$d".formatted(port)).toList());
    }
    container.start();
  }

  @Override
  public Installation at() {
    return at;
  }

  @Override
  public Secrets secrets() {
    return secrets;
  }

  @Override
  public void close() {
    started.forEach(GenericContainer::stop);
    network.close();
  }
}
