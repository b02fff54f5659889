package org.handrail.platform.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** This service's own tokens for others, each kept until shortly before it expires. */
final class ServiceTokens {

  private static final Duration MARGIN = Duration.ofSeconds(30);

  private record Token(String value, Instant until) {}

  private record Granted(
      @JsonProperty("access_token") String token, @JsonProperty("expires_in") long seconds) {}

  private final RestClient realm;
  private final Clock clock;
  private final String client;
  private final String secret;
  private final Map<String, Token> kept = new ConcurrentHashMap<>();

  ServiceTokens(RestClient realm, Clock clock, String client, String secret) {
    this.realm = realm;
    this.clock = clock;
    this.client = client;
    this.secret = secret;
  }

  /** One whose audience is that service. */
  String calling(String service) {
    var token =
        kept.compute(
            service,
            (name, known) ->
                known == null || !clock.instant().isBefore(known.until()) ? ask(name) : known);
    return token.value();
  }

  /** Forgets one that was not taken. */
  void forget(String service, String value) {
    kept.computeIfPresent(service, (name, token) -> token.value().equals(value) ? null : token);
  }

  private Token ask(String service) {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("grant_type", "client_credentials");
    form.add("scope", service);
    var now = clock.instant();
    var granted =
        realm
            .post()
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .headers(headers -> headers.setBasicAuth(client, secret, UTF_8))
            .body(form)
            .retrieve()
            .requiredBody(Granted.class);
    return new Token(granted.token(), now.plusSeconds(granted.seconds()).minus(MARGIN));
  }
}
