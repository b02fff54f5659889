package org.handrail.notification.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import org.handrail.notification.notification.Notification;
import org.handrail.notification.notification.NotificationView;
import tools.jackson.databind.json.JsonMapper;

/** Writes server-sent events; each call returns when the reader's connection has taken them. */
final class EventWriter {

  private static final int RETRY_MILLIS = 2_000;

  private final OutputStream out;
  private final JsonMapper json;

  EventWriter(OutputStream out, JsonMapper json) {
    this.out = out;
    this.json = json;
  }

  /**
   * Where the reader stands: an event without data changes the last event's id and nothing else.
   */
  void begin(Position position) throws IOException {
    send("retry: %d\nid: %s\n\n".formatted(RETRY_MILLIS, position.name()));
  }

  void notification(Notification notification) throws IOException {
    send(
        "event: notification\nid: %s\ndata: %s\n\n"
            .formatted(
                notification.id(), json.writeValueAsString(NotificationView.of(notification))));
  }

  void heartbeat() throws IOException {
    send(": alive\n\n");
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }
}
