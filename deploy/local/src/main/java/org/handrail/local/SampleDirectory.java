package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of a fictional coalition, brought in once as the coalition's administrator would:
 * without services to choose from there is nothing to refer to.
 */
final class SampleDirectory {

  private static final String ADMINISTRATOR = "olive@coalition.example";

  private final Installation at;
  private final Path broughtIn;

  SampleDirectory(Installation at) {
    this.at = at;
    this.broughtIn = at.home().resolve("directory");
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
                  HttpRequest.BodyPublishers.ofFile(
                      at.repository().resolve("deploy/local/seed/directory.json")));
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
