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
import java.util.regex.Pattern;

/**
 * The directory of a fictional coalition, brought in once as the coalition's administrator would:
 * without services to choose from there is nothing to refer to.
 */
final class SampleDirectory {

  private static final String ADMINISTRATOR = "olive@coalition.example";

  private static final Pattern ASSURED = Pattern.compile("(\"assured_date\": ?\")2026-10-\\d\\d\"");

  private final Installation at;
  private final Path broughtIn;

  SampleDirectory(Installation at) {
    this.at = at;
    this.broughtIn = at.home().resolve("directory");
  }

  /** As if it had been confirmed ten days ago: what is too old is offered to nobody. */
  static String asOf(LocalDate today, String file) {
    return ASSURED.matcher(file).replaceAll("$1" + today.minusDays(10) + "\"");
  }

  void bringInOnce() {
    if (Files.exists(broughtIn)) {
      return;
    }
    try (var http = HttpClient.newHttpClient()) {
      var token = BrowserSignIn.accessToken(at.issuer(), ADMINISTRATOR, DemoAccounts.PASSWORD);
      var request =
          HttpRequest.newBuilder(
                  URI.create(at.webUrl() + "/api/directory/imports?source=coalition"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", "sample-directory")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      asOf(
                          LocalDate.now(ZoneOffset.UTC),
                          Files.readString(
                              at.repository().resolve("deploy/local/seed/directory.json")))));
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 201) {
        throw new Trouble("the sample directory was refused: " + response.body());
      }
      Files.writeString(broughtIn, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }
}
