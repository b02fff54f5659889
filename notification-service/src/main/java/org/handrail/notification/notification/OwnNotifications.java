package org.handrail.notification.notification;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/** What readers see and say of their own notifications. */
@Component
public class OwnNotifications {

  private final Notifications notifications;
  private final Transactions transactions;
  private final Clock clock;

  OwnNotifications(Notifications notifications, Transactions transactions, Clock clock) {
    this.notifications = notifications;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The newest; of those that are unread alone, if so asked. */
  public List<Notification> newest(Reader reader, boolean unread, int limit) {
    return reader
        .scope()
        .call(
            () ->
                transactions.reading(
                    () -> notifications.newestBefore(reader, Long.MAX_VALUE, unread, limit)));
  }

  /** Those before one of the reader's own. */
  public List<Notification> before(Reader reader, Notification last, boolean unread, int limit) {
    return reader
        .scope()
        .call(
            () ->
                transactions.reading(
                    () -> notifications.newestBefore(reader, last.position(), unread, limit)));
  }

  /** The next behind that position, in the order in which they became known. */
  public List<Notification> after(Reader reader, long position, int limit) {
    return reader
        .scope()
        .call(() -> transactions.reading(() -> notifications.after(reader, position, limit)));
  }

  /** One of the reader's own. */
  public Notification find(Reader reader, UUID id) {
    return reader
        .scope()
        .call(
            () ->
                transactions.reading(
                    () -> notifications.find(reader, id).orElseThrow(NotFound::new)));
  }

  /** Says that the reader has read it; again changes nothing. */
  public Notification read(Reader reader, UUID id) {
    return reader
        .scope()
        .call(
            () ->
                transactions.inTransaction(
                    () -> {
                      if (notifications.find(reader, id).isEmpty()) {
                        throw new NotFound();
                      }
                      notifications.markRead(reader, id, clock.instant());
                      return notifications.find(reader, id).orElseThrow();
                    }));
  }
}
