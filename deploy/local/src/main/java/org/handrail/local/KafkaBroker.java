package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * A Kafka broker (KRaft, its own controller) in a process of its own that listens on 127.0.0.1
 * only.
 *
 * <p>For tests: {@code try (var kafka = KafkaBroker.temporary()) { … }}. Such a broker speaks
 * PLAINTEXT on a free port, has the coalition's {@linkplain Topics topics}, forgets everything when
 * closed, and does not survive the virtual machine that started it.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Temporary temporary;
  private final int port;

  private KafkaBroker(Temporary temporary, int port) {
    this.temporary = temporary;
    this.port = port;
  }

  /** A broker for one test run, on a free port, its topics empty. */
  public static KafkaBroker temporary() {
    var home = Temporary.directory("kafka");
    var port = Ports.free();
    var settings = KafkaSettings.plaintext(port, Ports.free());
    var temporary =
        Temporary.started(
            "Kafka",
            home,
            "KILL",
            log -> start(home, settings, Map.of(), log),
            () -> Ports.answers(port));
    var broker = new KafkaBroker(temporary, port);
    createTopics(Map.of("bootstrap.servers", broker.bootstrapServers()));
    return broker;
  }

  /** Starts it with its data under that directory. */
  static ServerProcess start(
      Path home, String settings, Map<String, String> systemProperties, Path log) {
    try {
      var data = Files.createDirectories(home.toAbsolutePath()).resolve("data");
      if (!Files.exists(data)) {
        ServerFiles.copy(formatted(), data);
      }
      var file = Secrets.write(home.resolve("server.properties"), settings + "log.dirs=" + data);
      var command =
          Java.command("-Xms64m", "-Xmx192m")
              .properties(systemProperties)
              .properties(LOGGING)
              .main(classPath(), "kafka.Kafka", file.toAbsolutePath().toString());
      return ServerProcess.start(new ServerProcess.Launch(command, Map.of(), home, log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final Map<String, String> LOGGING =
      Map.of(
          "org.slf4j.simpleLogger.defaultLogLevel", "warn",
          "org.slf4j.simpleLogger.log.kafka.server", "info",
          "org.slf4j.simpleLogger.showDateTime", "true",
          "org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  private static String classPath() {
    return ServerFiles.built("kafka") + "/*";
  }

  /** Formatting takes a virtual machine of its own, and the result is the same each time. */
  private static Path formatted() {
    return ServerFiles.cached("kafka-formatted", KafkaBroker::format);
  }

  private static void format(Path directory) {
    try {
      var settings =
          Files.writeString(
              directory.resolve("format"),
              KafkaSettings.plaintext(9092, 9093) + "log.dirs=" + directory,
              UTF_8);
      Commands.run(
          Java.command("-Xmx64m")
              .main(
                  classPath(),
                  "kafka.tools.StorageTool",
                  "format",
                  "-t",
                  KafkaSettings.CLUSTER,
                  "-c",
                  settings.toString()),
          directory);
      Files.delete(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates those of the coalition's topics that are missing, and waits until they are there. */
  public static void createTopics(Map<String, Object> adminSettings) {
    try (var admin = Admin.create(adminSettings)) {
      create(admin, missing(admin));
      // The controller has them at once, and the broker tells of them a moment later.
      if (!Waiting.reached(() -> missing(admin).isEmpty(), PATIENCE)) {
        throw new IllegalStateException("the broker does not show its topics");
      }
    }
  }

  private static List<NewTopic> missing(Admin admin) {
    try {
      var have = admin.listTopics().names().get();
      return Topics.all().stream().filter(topic -> !have.contains(topic.name())).toList();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot list the topics", e.getCause());
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  private static void create(Admin admin, List<NewTopic> topics) {
    try {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("cannot create the topics", e.getCause());
      }
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  /** Where clients connect. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Stops it in mid-flight as a hung machine would: connections stay open and nothing answers. */
  public void freeze() {
    temporary.process().signal("STOP");
  }

  /** Goes on where {@link #freeze} stopped. */
  public void thaw() {
    temporary.process().signal("CONT");
  }

  @Override
  public void close() {
    thaw();
    temporary.close();
  }
}
