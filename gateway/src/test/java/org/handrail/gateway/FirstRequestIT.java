package org.handrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FirstRequestIT {

  @Test
  void whoeverComesInTheMomentInWhichTheDoorOpensIsServedAsAnybody() {
    var first = new CompletableFuture<HttpResponse<String>>();
    var realm = new Realm();
    var service = new Service();
    try (realm;
        service;
        var _ = Edge.watched(realm, service, port -> first.complete(asksForTheDirectory(port)))) {

      assertThat(first.join().statusCode()).as(first.join().body()).isEqualTo(200);
      assertThat(service.last().headers().get("X-forwarded-for")).isNull();
    }
  }

  private static HttpResponse<String> asksForTheDirectory(int port) {
    return Program.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hsds/services"))
            .header("X-Forwarded-For", "10.0.0.1"));
  }
}
