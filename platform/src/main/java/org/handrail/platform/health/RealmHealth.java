package org.handrail.platform.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the realm answers now. */
final class RealmHealth extends AbstractHealthIndicator {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI keys;

  RealmHealth(URI keys) {
    super("The realm does not answer");
    this.keys = keys;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(keys).timeout(PATIENCE).build();
    var answer = http.send(request, BodyHandlers.discarding());
    builder.status(answer.statusCode() == 200 ? "UP" : "DOWN");
  }
}
