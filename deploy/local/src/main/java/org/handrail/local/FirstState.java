package org.handrail.local;

import static org.handrail.local.Installation.Port.POSTGRES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * What every coalition starts from: a PostgreSQL in which Keycloak has already imported the realms.
 * Making it takes a minute, so it is made once per user and set of realm files, and copied.
 */
final class FirstState {

  static final String SECRETS = "secrets.properties";
  static final String TEMPORARY = "tmp";
  private static final String FINGERPRINT = "realms";

  private final Installation at;

  FirstState(Installation at) {
    this.at = at;
  }

  /** Puts it in place where there are no data yet; tells whether that had to be made first. */
  boolean lay() {
    if (Files.exists(at.data("postgres"))) {
      if (!Files.exists(at.data(SECRETS))) {
        throw new Trouble(
            "the passwords of the data in %s are gone; start over: ./handrail up --fresh"
                .formatted(at.home()));
      }
      return false;
    }
    var known = Files.exists(cached());
    var made = ServerFiles.cached(name(), this::make);
    try {
      var draft = at.data("postgres-draft");
      ServerFiles.delete(draft);
      Files.createDirectories(at.home());
      ServerFiles.copy(made.resolve("postgres"), draft);
      Files.copy(
          made.resolve(SECRETS),
          at.data(SECRETS),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
      Files.writeString(at.data(FINGERPRINT), RealmFiles.fingerprint(at));
      Files.move(draft, at.data("postgres"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return !known;
  }

  /** Whether the data were made from other realm files than those of now, or for other ports. */
  boolean isOutdated() {
    var file = at.data(FINGERPRINT);
    try {
      return Files.exists(file) && !Files.readString(file).equals(RealmFiles.fingerprint(at));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Secrets secrets(Installation at) {
    return Secrets.in(at.data(SECRETS));
  }

  private String name() {
    return "realms-" + RealmFiles.fingerprint(at);
  }

  private Path cached() {
    return ServerFiles.cache().resolve(name());
  }

  private void make(Path directory) {
    var here = new Installation(at.repository(), directory, at.firstPort());
    var secrets = secrets(here);
    var postgres =
        PostgresServer.start(
            here.data("postgres"),
            here.port(POSTGRES),
            secrets.of("postgres.admin"),
            at.log("postgres"),
            List.of("fsync=off"));
    try (var _ = Lifeline.to(postgres)) {
      createDatabase(here, secrets, postgres);
      importRealms(here, secrets);
    } finally {
      postgres.stop("INT", Duration.ofSeconds(60));
    }
    ServerFiles.delete(here.data("keycloak"));
  }

  private void createDatabase(Installation here, Secrets secrets, ServerProcess postgres) {
    var url = PostgresServer.jdbcUrl(here.port(POSTGRES), "postgres");
    var admin = secrets.of("postgres.admin");
    if (!Waiting.reached(
            () -> Databases.answers(url, PostgresServer.ADMIN, admin) || !postgres.isAlive(),
            Duration.ofMinutes(1))
        || !postgres.isAlive()) {
      throw Trouble.dead("postgres", at.log("postgres"));
    }
    Databases.at(url, PostgresServer.ADMIN, admin).create("keycloak", secrets.database("keycloak"));
  }

  private void importRealms(Installation here, Secrets secrets) {
    var server = new KeycloakServer(here, secrets);
    var keycloak = server.start(at.log("keycloak"), true);
    try (var _ = Lifeline.to(keycloak)) {
      if (!Waiting.reached(() -> server.isReady() || !keycloak.isAlive(), Duration.ofMinutes(10))
          || !keycloak.isAlive()) {
        throw Trouble.dead("keycloak", at.log("keycloak"));
      }
    } finally {
      keycloak.stop("TERM", Duration.ofSeconds(30));
    }
  }
}
