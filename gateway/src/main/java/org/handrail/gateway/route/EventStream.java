package org.handrail.gateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One stream of server-sent events on its way through. */
final class EventStream {

  private final InputStream events;
  private final Optional<String> session;
  private volatile boolean ended;
  private volatile @Nullable Future<?> alarm;

  EventStream(InputStream events, Optional<String> session) {
    this.events = events;
    this.session = session;
  }

  boolean of(String sessionId) {
    return session.filter(sessionId::equals).isPresent();
  }

  void endsBy(Future<?> alarm) {
    this.alarm = alarm;
  }

  /** Ends it towards both sides; whoever reads it sees its end, not an error. */
  void end() {
    ended = true;
    var set = alarm;
    if (set != null) {
      set.cancel(false);
    }
    try {
      events.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link InputStream#read(byte[])}; a service that breaks off has ended its stream. */
  int read(byte[] buffer) {
    try {
      return ended ? -1 : events.read(buffer);
    } catch (IOException e) {
      return -1;
    }
  }
}
