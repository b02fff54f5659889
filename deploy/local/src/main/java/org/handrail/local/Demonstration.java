package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a fictional coalition begins with: a directory, meetings of three fellowships, and how many
 * places there are. Each is sent once, by the demonstration account whose business it is, as {@code
 * deploy/local/seed/demonstration.json} says.
 */
final class Demonstration {
  private static final Pattern ASSURED = Pattern.compile("(\"assured_date\": ?\")2026-10-\\d\\d\"");
  private static final JsonMapper JSON = new JsonMapper();
  private static final int CONFLICT = 409;

  private final Installation at;
  private final Path seeds;

  Demonstration(Installation at) {
    this.at = at;
    this.seeds = seeds(at.repository());
  }

  /**
   * Something to send.
   *
   * @param name under which it is remembered that it was sent
   * @param by e-mail of who sends it
   * @param to path and query
   */
  record Sending(String name, String by, String to, String body) {}

  static Path seeds(Path repository) {
    return repository.resolve("deploy/local/seed");
  }

  /** In their order: meetings come after their feed, places after their service. */
  static List<Sending> sendings(Path seeds, LocalDate today) {
    return JSON.readTree(seeds.resolve("demonstration.json"))
        .valueStream()
        .map(
            each ->
                new Sending(
                    each.path("name").asString(),
                    each.path("by").asString(),
                    each.path("to").asString(),
                    body(seeds, each, today)))
        .toList();
  }

  private static String body(Path seeds, JsonNode sending, LocalDate today) {
    if (!sending.has("file")) {
      return sending.path("body").toString();
    }
    try {
      return asOf(today, Files.readString(seeds.resolve(sending.path("file").asString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As if it had been confirmed ten days ago: what is too old is offered to nobody. */
  static String asOf(LocalDate today, String file) {
    return ASSURED.matcher(file).replaceAll("$1" + today.minusDays(10) + "\"");
  }

  void bringInOnce() {
    var sent = at.data("demonstration");
    var missing =
        sendings(seeds, LocalDate.now(ZoneOffset.UTC)).stream()
            .filter(each -> !Files.exists(sent.resolve(each.name())))
            .toList();
    var tokens = tokens(missing);
    try (var http = HttpClient.newHttpClient()) {
      Files.createDirectories(sent);
      for (var each : missing) {
        var answer = send(http, each, Objects.requireNonNull(tokens.get(each.by())));
        Files.writeString(sent.resolve(each.name()), answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  /** All who send something sign in at once: of all of this that takes longest. */
  private Map<String, String> tokens(List<Sending> sendings) {
    return sendings.stream()
        .map(Sending::by)
        .distinct()
        .parallel()
        .collect(
            Collectors.toConcurrentMap(
                email -> email,
                email -> BrowserSignIn.accessToken(at.issuer(), email, DemoAccounts.PASSWORD)));
  }

  private String send(HttpClient http, Sending sending, String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(at.webUrl() + sending.to()))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(sending.body()));
    var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    // Where it is there already, whoever sent it was stopped before that was remembered.
    if (response.statusCode() != 201 && response.statusCode() != CONFLICT) {
      throw new Trouble(
          "%s of the demonstration was refused: %s".formatted(sending.name(), response.body()));
    }
    return response.body();
  }
}
