package org.handrail.gateway.route;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.handrail.gateway.EdgeProblems;
import org.handrail.platform.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A circuit breaker per service: one that does not answer is left alone for a few seconds, and its
 * callers are told so at once instead of after the time limit. Metrics tell the state of each, from
 * the first call to its service on.
 */
@Component
class Breakers implements MeterBinder {

  private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);
  private static final Set<Integer> AWAY = Set.of(502, 503, 504);

  /** A call to a service. */
  interface Call {
    HttpResponse<InputStream> send() throws IOException, InterruptedException;
  }

  private final CircuitBreakerRegistry breakers =
      CircuitBreakerRegistry.of(
          CircuitBreakerConfig.custom()
              .slidingWindowSize(20)
              .minimumNumberOfCalls(10)
              .failureRateThreshold(60)
              .waitDurationInOpenState(Duration.ofSeconds(3))
              .permittedNumberOfCallsInHalfOpenState(3)
              .recordExceptions(IOException.class)
              .recordResult(
                  result ->
                      result instanceof HttpResponse<?> response
                          && AWAY.contains(response.statusCode()))
              .build());

  @Override
  public void bindTo(MeterRegistry registry) {
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(registry);
  }

  HttpResponse<InputStream> call(Upstream upstream, Call call) {
    CircuitBreaker breaker = breakers.circuitBreaker(upstream.service());
    try {
      return breaker.executeCallable(call::send);
    } catch (CallNotPermittedException e) {
      throw unavailable();
    } catch (HttpConnectTimeoutException e) {
      LOG.warn("{} does not answer: no connection in time", upstream.service());
      throw unavailable();
    } catch (HttpTimeoutException e) {
      LOG.warn("{} did not answer within {}", upstream.service(), upstream.timeLimit());
      throw Refusal.of(
          EdgeProblems.SERVICE_TIMEOUT,
          "It may have been done all the same: repeat the request with the same Idempotency-Key.");
    } catch (IOException e) {
      LOG.warn("{} does not answer: {}", upstream.service(), e.getClass().getSimpleName());
      throw unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Refusal unavailable() {
    return Refusal.of(
        EdgeProblems.SERVICE_UNAVAILABLE,
        "Try again in a moment; a repeated request keeps its Idempotency-Key.");
  }
}
