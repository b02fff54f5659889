package org.handrail.platform.calls;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Calls over HTTP. */
final class HttpServiceCalls implements ServiceCalls {

  private static final Duration TO_CONNECT = Duration.ofSeconds(1);
  private static final Duration TO_ANSWER = Duration.ofSeconds(5);

  private static final CircuitBreakerConfig BREAKER =
      CircuitBreakerConfig.custom()
          .slidingWindowSize(20)
          .minimumNumberOfCalls(5)
          .failureRateThreshold(50)
          .waitDurationInOpenState(Duration.ofSeconds(2))
          .permittedNumberOfCallsInHalfOpenState(2)
          .recordException(Unreachable.class::isInstance)
          .build();

  private final Supplier<RestClient.Builder> builders;
  private final JsonMapper json;
  private final ServiceTokens tokens;
  private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

  HttpServiceCalls(Supplier<RestClient.Builder> builders, JsonMapper json, ServiceTokens tokens) {
    this.builders = builders;
    this.json = json;
    this.tokens = tokens;
  }

  @Override
  public RestClient to(String service, String baseUrl) {
    var breaker = breakers.computeIfAbsent(service, name -> CircuitBreaker.of(name, BREAKER));
    return limited(builders.get(), json)
        .baseUrl(baseUrl)
        .bufferContent((uri, method) -> true)
        .requestInterceptor(new Calling(service, tokens, breaker))
        .build();
  }

  /** With our time limits, and reading only what we know of an answer. */
  static RestClient.Builder limited(RestClient.Builder builder, JsonMapper json) {
    var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();
    var requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(TO_ANSWER);
    var lenient = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    return builder
        .requestFactory(requests)
        .configureMessageConverters(
            converters ->
                converters
                    .registerDefaults()
                    .withJsonConverter(new JacksonJsonHttpMessageConverter(lenient)));
  }
}
