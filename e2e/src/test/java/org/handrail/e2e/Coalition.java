package org.handrail.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.handrail.e2e.Api.Answer;
import org.handrail.local.BrowserSignIn;
import org.jspecify.annotations.Nullable;

/**
 * A whole coalition of its own on this machine, started by the command that everybody uses and kept
 * for all journeys of this run. Its ports and data are not those of a coalition that may be up
 * already.
 */
final class Coalition {

  private static final Path REPOSITORY =
      Path.of(System.getProperty("handrail.repository", "..")).toAbsolutePath().normalize();
  private static final int PORT = Integer.getInteger("handrail.e2e.port", 18080);

  /** Of every demonstration account; they exist on a coalition of one machine only. */
  static final String PASSWORD = "handrail-demo";

  /** Of an access token; realm handrail lets one live for five minutes. */
  private static final Duration TOKEN_FRESH = Duration.ofMinutes(3);

  private static final Duration TOKEN_GOOD = Duration.ofMinutes(5).minusSeconds(20);

  private static final Coalition RUNNING = start();

  private record Token(String value, Instant since) {
    boolean isYoungerThan(Duration age) {
      return since.plus(age).isAfter(Instant.now());
    }
  }

  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  private Coalition() {}

  static Coalition running() {
    return RUNNING;
  }

  private static Coalition start() {
    var coalition = new Coalition();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> coalition.handrail("down")));
    coalition.handrail("up", "--fresh", "--detach");
    return coalition;
  }

  URI origin() {
    return URI.create("http://localhost:" + PORT);
  }

  Path repository() {
    return REPOSITORY;
  }

  Path home() {
    return REPOSITORY.resolve("e2e/target/coalition");
  }

  int port(int offset) {
    return PORT + offset;
  }

  /** A demonstration account's view of the HTTP interface. */
  Api as(String user) {
    return new Api(origin(), () -> token(user));
  }

  /** The same in a browser of theirs that has just signed in at the web app. */
  Api inBrowser(String user) {
    return Api.ofBrowser(origin(), BrowserSignIn.cookies(origin(), user, PASSWORD));
  }

  /** An access token, signed in for in the real way; renewed in time, as far as that can be. */
  String token(String user) {
    return tokens
        .compute(
            user,
            (_, known) ->
                known != null && known.isYoungerThan(TOKEN_FRESH) ? known : renewed(user, known))
        .value();
  }

  /** A service's own token, as it gets it for calling others. */
  String tokenOfService(String service) {
    var form = "grant_type=client_credentials";
    var request =
        HttpRequest.newBuilder(
                URI.create(authUrl() + "/realms/handrail/protocol/openid-connect/token"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            (service + ":" + secret("client." + service)).getBytes(UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return Api.send(request).is(200).at("/access_token");
  }

  private Token renewed(String user, @Nullable Token known) {
    try {
      return new Token(signIn(user), Instant.now());
    } catch (RuntimeException e) {
      if (known != null && known.isYoungerThan(TOKEN_GOOD)) {
        return known;
      }
      throw e;
    }
  }

  private String signIn(String user) {
    return tokens(user).access();
  }

  BrowserSignIn.Tokens tokens(String user) {
    return tokens(user, PASSWORD);
  }

  BrowserSignIn.Tokens tokens(String user, String password) {
    return BrowserSignIn.tokens(authUrl() + "/realms/handrail", user, password);
  }

  /** What the realm answers to somebody whose sign-in is to go on, as the gateway asks it. */
  Answer renewal(BrowserSignIn.Tokens tokens) {
    return Api.send(
        HttpRequest.newBuilder(
                URI.create(authUrl() + "/realms/handrail/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=refresh_token&client_id=handrail-cli&refresh_token="
                        + tokens.refresh())));
  }

  String authUrl() {
    return "http://localhost:" + port(1) + "/auth";
  }

  /** A secret that this coalition made for itself when it first started. */
  String secret(String name) {
    var secrets = new Properties();
    try (var reader = Files.newBufferedReader(home().resolve("secrets.properties"))) {
      secrets.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return secrets.getProperty(name);
  }

  /** Ends a part's process as a power cut would. */
  void kill9(String part) {
    try {
      var pid = Files.readString(home().resolve("run/" + part + ".pid")).split(" ", -1)[0];
      new ProcessBuilder("kill", "-9", pid).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts again what is dead. */
  void mend() {
    handrail("up", "--detach");
  }

  /** What the command reads to know that this coalition is meant. */
  Map<String, String> environment() {
    return Map.of(
        "HANDRAIL_PORT",
        Integer.toString(PORT),
        "HANDRAIL_HOME",
        home().toString(),
        // Maven has just built everything, and is still at work.
        "HANDRAIL_BUILT",
        "yes");
  }

  /** Runs the command and gives what it printed. */
  String handrail(String... arguments) {
    var command = new ArrayList<String>();
    command.add(REPOSITORY.resolve("handrail").toString());
    command.addAll(List.of(arguments));
    try {
      var builder = new ProcessBuilder(command).directory(REPOSITORY.toFile());
      builder.environment().putAll(environment());
      var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      var said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroy();
        throw new IllegalStateException(String.join(" ", arguments) + " failed: " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
