package org.handrail.notification.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.handrail.notification.notification.OwnNotifications;
import org.handrail.notification.notification.Reader;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's notifications as they come. */
@RestController
class StreamController {

  private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);

  private final OwnNotifications own;
  private final OpenStreams streams;
  private final Streaming streaming;
  private final JsonMapper json;
  private final Clock clock;

  StreamController(
      OwnNotifications own,
      OpenStreams streams,
      Streaming streaming,
      JsonMapper json,
      Clock clock) {
    this.own = own;
    this.streams = streams;
    this.streaming = streaming;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping(path = "/api/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @AllowedTo({
    Role.PEER_SPECIALIST,
    Role.SUPERVISOR,
    Role.INTAKE_COORDINATOR,
    Role.PRIVACY_OFFICER,
    Role.AGENCY_ADMIN,
    Role.COALITION_ADMIN,
    Role.CLIENT
  })
  void stream(
      Person person,
      Authentication signIn,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      HttpServletResponse response)
      throws InterruptedException {
    var ends = end(signIn);
    var reader = Reader.of(person);
    // Open before it is read how far the reader is: news of meanwhile wake it.
    try (var stream = streams.open(reader)) {
      var from = Position.of(reader, lastEventId, own);
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      streaming.run(reader, stream, from, ends, new EventWriter(response.getOutputStream(), json));
    } catch (IOException e) {
      // How streams end that their readers leave; they come back by themselves.
      LOG.debug("a reader has left", e);
    }
  }

  private Instant end(Authentication signIn) {
    var expiry = signIn.getCredentials() instanceof Jwt token ? token.getExpiresAt() : null;
    if (expiry == null || !clock.instant().isBefore(expiry)) {
      throw Refusal.of(Problems.UNAUTHENTICATED);
    }
    return expiry;
  }
}
