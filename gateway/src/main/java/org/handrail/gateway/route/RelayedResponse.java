package org.handrail.gateway.route;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer on its way out; its body is passed on as it comes. */
final class RelayedResponse implements ServerResponse {

  private static final Logger LOG = LoggerFactory.getLogger(RelayedResponse.class);
  private static final int BUFFER = 8192;

  private final HttpResponse<InputStream> answer;
  private final Upstream upstream;
  private final OpenStreams streams;
  private final @Nullable Instant until;
  private final HttpHeaders headers = new HttpHeaders();

  RelayedResponse(
      HttpResponse<InputStream> answer,
      Upstream upstream,
      OpenStreams streams,
      @Nullable Instant until) {
    this.answer = answer;
    this.upstream = upstream;
    this.streams = streams;
    this.until = until;
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (PassedHeaders.passesOutwards(name)) {
                headers.put(name, values);
              }
            });
    var location = headers.getFirst(HttpHeaders.LOCATION);
    if (location != null && location.startsWith(upstream.base().toString())) {
      headers.set(HttpHeaders.LOCATION, location.substring(upstream.base().toString().length()));
    }
  }

  @Override
  public HttpStatusCode statusCode() {
    return HttpStatusCode.valueOf(answer.statusCode());
  }

  @Override
  public HttpHeaders headers() {
    return headers;
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return new LinkedMultiValueMap<>();
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws IOException {
    if (isStream()) {
      writeHead(response);
      stream(request, response);
      return null;
    }
    try (var body = answer.body()) {
      // Before the head has left, a service that breaks off is still one that is away.
      var start = startOf(body);
      writeHead(response);
      var out = response.getOutputStream();
      out.write(start);
      for (var more = moreOf(body); more.length > 0; more = moreOf(body)) {
        out.write(more);
      }
    }
    return null;
  }

  private byte[] startOf(InputStream body) {
    try {
      return body.readNBytes(BUFFER);
    } catch (IOException e) {
      LOG.warn("{} broke off its answer: {}", upstream.service(), e.getClass().getSimpleName());
      throw Breakers.unavailable();
    }
  }

  private byte[] moreOf(InputStream body) {
    try {
      return body.readNBytes(BUFFER);
    } catch (IOException e) {
      throw new BrokenOff(upstream.service());
    }
  }

  /**
   * A service's answer ended in its middle, which only a connection that breaks off can still tell.
   * No {@link IOException}: that would be taken for a caller who left, and ended in order.
   */
  static final class BrokenOff extends RuntimeException {
    BrokenOff(String service) {
      super(service + " broke off its answer");
    }
  }

  private void writeHead(HttpServletResponse response) {
    response.setStatus(answer.statusCode());
    headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
  }

  private boolean isStream() {
    var type = headers.getContentType();
    return type != null && type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM);
  }

  private void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // Asks proxies in front of us not to wait for more either.
    response.setHeader("X-Accel-Buffering", "no");
    var stream = new EventStream(answer.body(), OpenStreams.session(request));
    streams.opened(stream, until);
    try {
      response.flushBuffer();
      var out = response.getOutputStream();
      var buffer = new byte[BUFFER];
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } finally {
      streams.closed(stream);
    }
  }
}
