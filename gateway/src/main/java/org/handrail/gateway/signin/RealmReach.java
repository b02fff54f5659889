package org.handrail.gateway.signin;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Whether the realm is there to sign somebody in. */
@Component
class RealmReach {

  private static final Logger LOG = LoggerFactory.getLogger(RealmReach.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final URI keys;
  private final RestClient http;

  RealmReach(Identity identity) {
    keys = identity.jwks();
    var factory =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    factory.setReadTimeout(PATIENCE);
    http = RestClient.builder().requestFactory(factory).build();
  }

  /** Asks it, and waits for two seconds at most to be connected and two more for the answer. */
  boolean answers() {
    try {
      http.get().uri(keys).retrieve().toBodilessEntity();
      return true;
    } catch (RestClientException e) {
      LOG.warn("the realm does not answer: {}", e.getClass().getSimpleName());
      return false;
    }
  }
}
