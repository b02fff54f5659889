package org.handrail.platform.calls;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.ConnectException;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClientException;

/** Adds the token to a call, and tells a service that does not answer from one that says no. */
final class Calling implements ClientHttpRequestInterceptor {

  private final String service;
  private final ServiceTokens tokens;
  private final CircuitBreaker breaker;

  Calling(String service, ServiceTokens tokens, CircuitBreaker breaker) {
    this.service = service;
    this.tokens = tokens;
    this.breaker = breaker;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
    try {
      return breaker.executeSupplier(() -> call(request, body, execution));
    } catch (CallNotPermittedException e) {
      throw new Unreachable(service, Unreachable.How.UNASKED, e);
    }
  }

  private ClientHttpResponse call(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
    var token = token();
    try {
      request.getHeaders().setBearerAuth(token);
      var response = execution.execute(request, body);
      // Reads it to its end, within the time limit.
      response.getBody();
      var status = response.getStatusCode();
      if (status.is5xxServerError() || status.value() == HttpStatus.TOO_MANY_REQUESTS.value()) {
        throw new Unreachable(service, how(status), new IOException("answered " + status.value()));
      }
      if (status.value() == HttpStatus.UNAUTHORIZED.value()) {
        tokens.forget(service, token);
      }
      return response;
    } catch (ConnectException e) {
      throw new Unreachable(service, Unreachable.How.UNASKED, e);
    } catch (IOException e) {
      throw new Unreachable(service, Unreachable.How.UNANSWERED, e);
    }
  }

  private static Unreachable.How how(HttpStatusCode status) {
    return status.value() == HttpStatus.INTERNAL_SERVER_ERROR.value()
        ? Unreachable.How.FAILED
        : Unreachable.How.UNANSWERED;
  }

  private String token() {
    try {
      return tokens.calling(service);
    } catch (RestClientException e) {
      throw new Unreachable(service, Unreachable.How.UNASKED, e);
    }
  }
}
