package org.handrail.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * The streams that are open now. A stream ends with the sign-in that opened it: when its token
 * ends, when its session signs out; and when this process is asked to stop.
 */
@Component
class OpenStreams implements LogoutHandler, SmartLifecycle {

  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
  private final Clock clock;
  private volatile @Nullable ScheduledExecutorService alarms;

  OpenStreams(Clock clock) {
    this.clock = clock;
  }

  void opened(EventStream stream, @Nullable Instant until) {
    open.add(stream);
    var timer = alarms;
    if (timer == null) {
      stream.end();
    } else if (until != null) {
      var left = Math.max(0, Duration.between(clock.instant(), until).toMillis());
      stream.endsBy(timer.schedule(stream::end, left, TimeUnit.MILLISECONDS));
    }
  }

  void closed(EventStream stream) {
    stream.end();
    open.remove(stream);
  }

  static Optional<String> session(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false)).map(HttpSession::getId);
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    session(request)
        .ifPresent(id -> open.stream().filter(stream -> stream.of(id)).forEach(EventStream::end));
  }

  @Override
  public void start() {
    alarms =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("streams-end").factory());
  }

  @Override
  public void stop() {
    var timer = alarms;
    alarms = null;
    if (timer != null) {
      timer.shutdownNow();
    }
    open.forEach(EventStream::end);
  }

  @Override
  public boolean isRunning() {
    return alarms != null;
  }

  // The highest phase stops first: a graceful shutdown would wait for streams that never end.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
