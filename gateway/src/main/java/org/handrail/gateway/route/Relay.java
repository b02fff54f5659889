package org.handrail.gateway.route;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import org.handrail.gateway.signin.AccessToken;
import org.handrail.gateway.signin.AccessTokens;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Hands a request on to the service that owns its noun, with the caller's token. Limits end at the
 * answer's headers, so that a stream lasts as long as its sign-in.
 */
@Component
class Relay implements ProxyExchange {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final HttpClient services =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
  private final AccessTokens tokens;
  private final Breakers breakers;
  private final OpenStreams streams;
  private final @Nullable Tracer tracer;
  private final @Nullable Propagator propagator;

  Relay(
      AccessTokens tokens,
      Breakers breakers,
      OpenStreams streams,
      ObjectProvider<Tracer> tracer,
      ObjectProvider<Propagator> propagator) {
    this.tokens = tokens;
    this.breakers = breakers;
    this.streams = streams;
    this.tracer = tracer.getIfAvailable();
    this.propagator = propagator.getIfAvailable();
  }

  @Override
  public ServerResponse exchange(Request request) {
    var incoming = request.getServerRequest();
    var upstream =
        (Upstream) Objects.requireNonNull(incoming.servletRequest().getAttribute(Routes.UPSTREAM));
    var token = isPublic(incoming) ? null : tokens.of(incoming.servletRequest());
    try (var body = RequestBody.read(incoming.servletRequest(), upstream.bodyLimit())) {
      var outgoing = outgoing(incoming, upstream, token, body);
      var answer =
          breakers.call(upstream, () -> services.send(outgoing, BodyHandlers.ofInputStream()));
      return new RelayedResponse(answer, upstream, streams, token == null ? null : token.until());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPublic(ServerRequest request) {
    return !request.path().startsWith("/api/");
  }

  private HttpRequest outgoing(
      ServerRequest incoming, Upstream upstream, @Nullable AccessToken token, RequestBody body) {
    var outgoing =
        HttpRequest.newBuilder(address(upstream, incoming.servletRequest()))
            .timeout(upstream.timeLimit())
            .method(incoming.method().name(), body.publisher());
    PassedHeaders.inwards(incoming.headers().asHttpHeaders(), outgoing::header);
    if (token != null) {
      outgoing.header("Authorization", "Bearer " + token.value());
    }
    trace(outgoing);
    return outgoing.build();
  }

  // As it came, undecoded: what the firewall let through is what the service sees.
  private static URI address(Upstream upstream, HttpServletRequest request) {
    var query = request.getQueryString();
    var path =
        upstream.path() == null
            ? request.getRequestURI() + (query == null ? "" : "?" + query)
            : upstream.path();
    try {
      return new URI(upstream.base() + path);
    } catch (URISyntaxException e) {
      throw Refusal.of(Problems.MALFORMED, "The address is malformed");
    }
  }

  private void trace(HttpRequest.Builder outgoing) {
    if (tracer != null && propagator != null) {
      var context = tracer.currentTraceContext().context();
      if (context != null) {
        propagator.inject(
            context,
            outgoing,
            (builder, name, value) -> {
              if (builder != null) {
                builder.setHeader(name, value);
              }
            });
      }
    }
  }
}
