package org.handrail.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * One coalition on this machine: the repository it runs, where its data lie, and the port that all
 * its ports count from.
 */
record Installation(Path repository, Path home, int firstPort) {

  /** Of all that is built here. */
  static final String VERSION = "0.1.0-SNAPSHOT";

  private static final String DEFAULT_PORT = "8080";

  /** Every port that the coalition listens on, as a distance from the first; all on 127.0.0.1. */
  enum Port {
    GATEWAY(0),
    KEYCLOAK(1),
    KEYCLOAK_MANAGEMENT(2),
    POSTGRES(3),
    KAFKA(4),
    KAFKA_INTERNAL(5),
    KAFKA_CONTROLLER(6),
    SMTP(7),
    MAIL(8),
    GATEWAY_METRICS(9),
    CLIENT_SERVICE(11),
    PLAN_SERVICE(12),
    REFERRAL_SERVICE(13),
    NOTIFICATION_SERVICE(14),
    ANALYTICS_SERVICE(15);

    private final int distance;

    Port(int distance) {
      this.distance = distance;
    }
  }

  /**
   * As the environment says: HANDRAIL_HOME, by default in the repository, and HANDRAIL_PORT, by
   * default the one that its data were last started with.
   */
  static Installation of(Path repository, Map<String, String> environment) {
    var given = environment.getOrDefault("HANDRAIL_HOME", "");
    var home =
        (given.isBlank() ? repository.resolve(".handrail") : Path.of(given))
            .toAbsolutePath()
            .normalize();
    var port = environment.getOrDefault("HANDRAIL_PORT", "");
    return new Installation(
        repository, home, firstPort(port.isBlank() ? Home.port(home).orElse(DEFAULT_PORT) : port));
  }

  private static int firstPort(String given) {
    if (given.matches("\\d{4,5}") && Integer.parseInt(given) <= 65_000) {
      return Integer.parseInt(given);
    }
    throw new Trouble("HANDRAIL_PORT is '%s'; give a number from 1000 to 65000".formatted(given));
  }

  int port(Port port) {
    return firstPort + port.distance;
  }

  /** The highest port that it listens on. */
  int lastPort() {
    return Arrays.stream(Port.values()).mapToInt(this::port).max().orElseThrow();
  }

  /** For servers and services. */
  String url(Port port) {
    return "http://127.0.0.1:" + port(port);
  }

  /** For browsers, and for whatever must be the same in a browser and in a server. */
  String webUrl() {
    return "http://localhost:" + port(Port.GATEWAY);
  }

  String authUrl() {
    return "http://localhost:" + port(Port.KEYCLOAK) + "/auth";
  }

  String issuer() {
    return authUrl() + "/realms/handrail";
  }

  String jwks() {
    return issuer() + "/protocol/openid-connect/certs";
  }

  String tokenUrl() {
    return issuer() + "/protocol/openid-connect/token";
  }

  Path log(String part) {
    return home.resolve("log").resolve(part + ".log");
  }

  Path data(String part) {
    return home.resolve(part);
  }

  /** A service's own classes alone. */
  Path plainJar(String module) {
    return repository.resolve("%1$s/target/%1$s-%2$s.jar".formatted(module, VERSION));
  }

  /** A service with everything it needs. */
  Path jar(String module) {
    return repository.resolve("%1$s/target/%1$s-%2$s-exec.jar".formatted(module, VERSION));
  }

  Path realms() {
    return repository.resolve("deploy/keycloak");
  }

  /** How the sign-in pages look. */
  Path themes() {
    return realms().resolve("themes");
  }
}
