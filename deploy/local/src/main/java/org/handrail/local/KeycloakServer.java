package org.handrail.local;

import static org.handrail.local.Installation.Port.KEYCLOAK;
import static org.handrail.local.Installation.Port.KEYCLOAK_MANAGEMENT;
import static org.handrail.local.Installation.Port.POSTGRES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Keycloak in a process of its own, its state in PostgreSQL. */
final class KeycloakServer {

  /** What it was built with; given again at the start it would only build again. */
  static final List<String> BUILT_WITH =
      List.of("--db=postgres", "--http-relative-path=/auth", "--health-enabled=true");

  /** Where its management port says whether it is ready. */
  static final String READY = "/auth/health/ready";

  private final Installation at;
  private final Secrets secrets;
  private final Path server = server();

  KeycloakServer(Installation at, Secrets secrets) {
    this.at = at;
    this.secrets = secrets;
  }

  /** Unpacked and built, once for everybody. */
  static Path server() {
    var archive = ServerFiles.built("keycloak-quarkus-dist-*.zip");
    var version = archive.getFileName().toString().replaceAll("[^0-9]*([0-9.]+[0-9]).*", "$1");
    return ServerFiles.cached(
            "keycloak-" + version, directory -> build(archive, directory.resolve("server")))
        .resolve("server");
  }

  private static void build(Path archive, Path directory) {
    Archives.unzip(archive, directory);
    try (var unpacked = Files.newDirectoryStream(directory)) {
      var only = unpacked.iterator().next();
      try (var content = Files.newDirectoryStream(only)) {
        for (var file : content) {
          Files.move(file, directory.resolve(file.getFileName()));
        }
      }
      Files.delete(only);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var arguments = new ArrayList<>(List.of("build"));
    arguments.addAll(BUILT_WITH);
    Commands.run(command(directory, directory, "512m", arguments), directory);
  }

  /** What its own script would run, without a shell in between. */
  private static List<String> command(Path server, Path home, String heap, List<String> arguments) {
    return Java.command("-Xms64m", "-Xmx" + heap)
        .options(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US")
        .properties(
            Map.of(
                "java.util.concurrent.ForkJoinPool.common.threadFactory",
                "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "java.util.logging.manager",
                "org.jboss.logmanager.LogManager",
                "picocli.disable.closures",
                "true",
                "kc.home.dir",
                home.toString(),
                "jboss.server.config.dir",
                home.resolve("conf").toString()))
        .main(
            server.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            arguments.toArray(String[]::new));
  }

  /** Starts it; with {@code importing}, the realms that do not exist yet are imported. */
  ServerProcess start(Path log, boolean importing) {
    var home = home();
    var arguments = new ArrayList<>(List.of("start", "--optimized"));
    if (importing) {
      arguments.add("--import-realm");
    }
    arguments.addAll(options(at, "127.0.0.1"));
    var database = PostgresServer.jdbcUrl(at.port(POSTGRES), "keycloak");
    return ServerProcess.start(
        new ServerProcess.Launch(
            command(server, home, "320m", arguments),
            environment(at, secrets, database),
            home,
            log));
  }

  /** What it is told at its start, where it listens on that address. */
  static List<String> options(Installation at, String address) {
    return List.of(
        // Only at the start: given to the build it is forgotten, and cluster ports open.
        "--cache=local",
        "--http-enabled=true",
        "--http-host=" + address,
        "--http-port=" + at.port(KEYCLOAK),
        "--hostname=" + at.authUrl(),
        "--http-management-host=" + address,
        "--http-management-port=" + at.port(KEYCLOAK_MANAGEMENT),
        // What it would log of a sign-in that failed names whoever tried; the realm keeps the
        // event.
        "--log-level=INFO,io.smallrye.health:WARN,org.keycloak.events:OFF");
  }

  /** Its own data beside what it shares with every other Keycloak of this user. */
  private Path home() {
    try {
      var home = Files.createDirectories(at.data("keycloak"));
      for (var shared : List.of("lib", "conf", "providers")) {
        link(home.resolve(shared), server.resolve(shared));
      }
      link(home.resolve("themes"), at.themes());
      ServerFiles.delete(home.resolve("data/import"));
      Files.createDirectories(home.resolve("data"));
      ServerFiles.copy(at.realms(), home.resolve("data/import"));
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(Path link, Path to) throws IOException {
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, to);
  }

  /** What it is told too: its database, and what the realm files' placeholders stand for. */
  static Map<String, String> environment(Installation at, Secrets secrets, String databaseUrl) {
    var environment = new HashMap<>(RealmFiles.environment(at, secrets));
    environment.put("KC_DB_URL", databaseUrl);
    environment.put("KC_DB_USERNAME", "keycloak_owner");
    environment.put("KC_DB_PASSWORD", secrets.database("keycloak").owner());
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"));
    return environment;
  }

  boolean isReady() {
    return Http.isOk(at.url(KEYCLOAK_MANAGEMENT) + READY);
  }
}
