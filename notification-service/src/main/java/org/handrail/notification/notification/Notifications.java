package org.handrail.notification.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the current agency's people must know. */
public interface Notifications {

  /** The database's channel on which every instance hears, at commit, which agency has news. */
  String CHANNEL = "handrail_notifications";

  /** Adds it behind all others of the agency; inside the caller's transaction. */
  void add(Addressee addressee, News news);

  /**
   * A reader's newest, from in front of that position; of those that are unread alone, if so asked.
   */
  List<Notification> newestBefore(Reader reader, long position, boolean unread, int limit);

  /** A reader's next, from behind that position. */
  List<Notification> after(Reader reader, long position, int limit);

  Optional<Notification> find(Reader reader, UUID id);

  /** Keeps the first time at which the reader said so. */
  void markRead(Reader reader, UUID id, Instant at);
}
