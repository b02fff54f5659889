package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.local.Installation.Port.POSTGRES;
import static org.handrail.local.Installation.Port.SMTP;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Starting, stopping and starting again, with the two quickest servers. */
@DisabledIfSystemProperty(
    named = "backing",
    matches = "containers",
    disabledReason = "about starting and stopping processes of this machine")
class StartingIT {

  private static final List<String> QUICK = List.of("postgres", "mail");

  private final Installation at = TestInstallation.free();
  private final Coalition coalition = new Coalition(at);

  @BeforeEach
  void startOver() {
    coalition.forget();
  }

  @AfterEach
  void stop() {
    coalition.down(Progress.silent());
  }

  @Test
  void secondUpKeepsWhatIsAlive() {
    coalition.up(QUICK, Progress.silent());
    var before = pids();

    new Coalition(at).up(QUICK, Progress.silent());

    assertThat(pids()).isEqualTo(before).hasSize(2);
  }

  @Test
  void killedPartIsStartedAgainWithItsData() throws Exception {
    coalition.up(QUICK, Progress.silent());
    var mail = coalition.process("mail").pid();
    execute("create table kept as select 42 as answer");
    coalition.process("postgres").kill();

    new Coalition(at).up(QUICK, Progress.silent());

    execute("select answer from kept");
    assertThat(coalition.process("mail").pid()).isEqualTo(mail);
  }

  @Test
  void pidFileOfADeadProcessKillsNobody() throws Exception {
    var bystander = new ProcessBuilder("sleep", "600").start();
    try {
      var file = Files.createDirectories(at.home().resolve("run")).resolve("mail.pid");
      Files.writeString(file, bystander.pid() + " " + Instant.parse("2026-01-01T00:00:00Z"));

      coalition.up(QUICK, Progress.silent());
      assertThat(coalition.process("mail").pid()).isNotEqualTo(bystander.pid());
      coalition.down(Progress.silent());

      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroyForcibly();
    }
  }

  @Test
  void whoAsksWhileItStartsFindsItsPorts() throws Exception {
    Files.deleteIfExists(at.data("port"));
    var found = new CopyOnWriteArrayList<Optional<String>>();

    coalition.up(QUICK, (part, what, took, detail) -> found.add(Home.port(at.home())));

    assertThat(found).isNotEmpty().containsOnly(Optional.of(Integer.toString(at.firstPort())));
  }

  @Test
  void whereItCannotStartThePortOfItsDataStays() throws Exception {
    Home.keepPort(at.home(), Optional.of("8080"));
    try (var _ = new ServerSocket(at.port(SMTP), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> coalition.up(QUICK, Progress.silent())).isInstanceOf(Trouble.class);
      assertThat(Home.port(at.home())).contains("8080");

      Files.delete(at.data("port"));
      assertThatThrownBy(() -> coalition.up(QUICK, Progress.silent())).isInstanceOf(Trouble.class);
      assertThat(Home.port(at.home())).isEmpty();
    }
  }

  @Test
  void takenPortIsNamedAndNothingIsStarted() throws Exception {
    try (var taken = new ServerSocket(at.port(SMTP), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> coalition.up(QUICK, Progress.silent()))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("port " + taken.getLocalPort() + ", which mail wants, is taken");
    }
    assertThat(coalition.processes()).isEmpty();
  }

  @Test
  void portThatIsTakenAfterItWasLookedAtIsNamedToo() throws Exception {
    var mail =
        new Topology(at, FirstState.secrets(at))
            .parts().stream().filter(part -> part.name().equals("mail")).findFirst().orElseThrow();
    try (var late = new ServerSocket()) {
      var raced =
          new Part(
              mail.name(),
              mail.layer(),
              mail.needs(),
              mail.worksWith(),
              mail.ports(),
              mail.stopSignal(),
              () -> {
                bind(late, at.port(SMTP));
                return mail.start().get();
              },
              mail.isReady(),
              mail.settle(),
              mail.log(),
              mail.program());
      var pids = new Pids(at);
      var starting = new Starting(pids, new Started(pids), Progress.silent());

      assertThatThrownBy(() -> starting.bringUp(List.of(raced)))
          .isInstanceOf(Trouble.class)
          .hasMessage(
              "port %d, which mail wants, is taken: end what listens there, or choose other ports with HANDRAIL_PORT"
                  .formatted(at.port(SMTP)));
    }
  }

  private static void bind(ServerSocket socket, int port) {
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void partThatEndsTellsItsLastWordsAndStopsTheRest() throws Exception {
    coalition.up(List.of("postgres"), Progress.silent());
    coalition.down(Progress.silent());
    Files.writeString(
        at.data("postgres").resolve("data/postgresql.auto.conf"), "max_connections = many");

    assertThatThrownBy(() -> coalition.up(QUICK, Progress.silent()))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("postgres ended")
        .hasMessageContaining("max_connections");
    assertThat(coalition.processes()).isEmpty();
  }

  @Test
  void serviceThatIsNotBuiltIsNamed() throws IOException {
    var elsewhere = Files.createTempDirectory("handrail-unbuilt-");
    Files.createDirectories(elsewhere.resolve("deploy"));
    Files.createSymbolicLink(elsewhere.resolve("deploy/keycloak"), at.realms().toAbsolutePath());
    var unbuilt = new Coalition(new Installation(elsewhere, at.home(), at.firstPort()));

    assertThatThrownBy(() -> unbuilt.up(List.of("client-service"), Progress.silent()))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("client-service is not built: there is no client-service/target/");
    ServerFiles.delete(elsewhere);
  }

  @Test
  void onlyOneStartsAtATimeAndAKilledOneLeavesNoLock() throws Exception {
    var other = command(TurnHolder.class, at.home().toString());
    try {
      awaitLine(other, "taken");
      assertThatThrownBy(() -> coalition.up(QUICK, Progress.silent()))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("process " + other.pid());
    } finally {
      other.destroyForcibly().waitFor();
    }
    new Coalition(at).up(QUICK, Progress.silent());
    coalition.down(Progress.silent());

    assertThat(at.home().resolve("lock")).doesNotExist();
    assertThat(at.home().resolve("run")).isEmptyDirectory();
  }

  /** Takes the turn and keeps it until it is killed. */
  static final class TurnHolder {

    public static void main(String[] arguments) throws IOException {
      try (var _ = Turn.take(new Installation(Path.of("."), Path.of(arguments[0]), 1))) {
        System.out.println("taken");
        System.in.read();
      }
    }
  }

  @Test
  void interruptStopsWhatThisCommandStartedAndNothingElse() throws Exception {
    coalition.up(List.of("postgres"), Progress.silent());
    var foreground = command(Handrail.class, "up", "postgres", "mail");
    awaitLine(foreground, "Demonstration accounts");
    assertThat(coalition.processes()).containsOnlyKeys("postgres", "mail");

    // What the terminal sends at Ctrl-C.
    new ProcessBuilder("kill", "-INT", Long.toString(foreground.pid())).start().waitFor();
    assertThat(foreground.waitFor(Duration.ofSeconds(60))).isTrue();

    assertThat(coalition.processes()).containsOnlyKeys("postgres");
  }

  @Test
  void interruptStopsNothingThatWasStartedAgainByAnother() throws Exception {
    var foreground = command(Handrail.class, "up", "mail");
    awaitLine(foreground, "Demonstration accounts");
    coalition.process("mail").kill();
    new Coalition(at).up(List.of("mail"), Progress.silent());
    var again = pids();

    new ProcessBuilder("kill", "-INT", Long.toString(foreground.pid())).start().waitFor();
    assertThat(foreground.waitFor(Duration.ofSeconds(60))).isTrue();

    assertThat(pids()).isEqualTo(again);
  }

  @Test
  void interruptedWhileStartingItLeavesNothingBehind() throws Exception {
    Files.deleteIfExists(at.data("port"));
    var foreground = command(Handrail.class, "up", "postgres", "keycloak");
    awaitLine(foreground, "postgres");
    assertThat(at.home().resolve("lock")).exists();

    new ProcessBuilder("kill", "-INT", Long.toString(foreground.pid())).start().waitFor();
    assertThat(foreground.waitFor(Duration.ofSeconds(60))).isTrue();

    assertThat(coalition.processes()).isEmpty();
    assertThat(at.home().resolve("lock")).doesNotExist();
    assertThat(Home.port(at.home())).isEmpty();
  }

  private Process command(Class<?> main, String... arguments) throws IOException {
    var command =
        Java.command("-Dhandrail.repository=" + at.repository())
            .main(System.getProperty("java.class.path"), main.getName(), arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HANDRAIL_HOME", at.home().toString());
    builder.environment().put("HANDRAIL_PORT", Integer.toString(at.firstPort()));
    return builder.start();
  }

  private static void awaitLine(Process process, String text) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    var said = new StringBuilder();
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      said.append(line).append('\n');
      if (line.contains(text)) {
        return;
      }
    }
    throw new AssertionError("ended without saying '" + text + "': " + said);
  }

  private List<Long> pids() {
    return coalition.processes().values().stream().map(ServerProcess::pid).sorted().toList();
  }

  private void execute(String sql) throws Exception {
    var url = PostgresServer.jdbcUrl(at.port(POSTGRES), "postgres");
    var password = FirstState.secrets(at).of("postgres.admin");
    try (var connection = DriverManager.getConnection(url, PostgresServer.ADMIN, password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
