package org.handrail.notification.stream;

import java.util.UUID;
import org.handrail.notification.notification.OwnNotifications;
import org.handrail.notification.notification.Reader;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has read. Outside it is named by the id of the last notification, which tells
 * nothing; inside by the position in the agency's order.
 */
record Position(String name, long value) {

  static final ProblemType UNKNOWN =
      ProblemType.of("last-event-id-unknown", 400, "Open the stream without Last-Event-ID");

  private static final Position START = new Position("start", 0);

  /**
   * Where the stream goes on: behind the event that the reader had last, else behind all that there
   * is now.
   *
   * @throws Refusal when the reader cannot have had that event: to go on anywhere else would lose
   *     something silently
   */
  static Position of(Reader reader, @Nullable String lastEventId, OwnNotifications own) {
    if (lastEventId == null || lastEventId.isEmpty()) {
      return own.newest(reader, false, 1).stream()
          .findFirst()
          .map(newest -> new Position(newest.id().toString(), newest.position()))
          .orElse(START);
    }
    if (lastEventId.equals(START.name)) {
      return START;
    }
    try {
      var last = own.find(reader, UUID.fromString(lastEventId));
      return new Position(last.id().toString(), last.position());
    } catch (NotFound | IllegalArgumentException e) {
      throw Refusal.of(
          Problem.of(UNKNOWN).detail("No such event was sent to you. Read the list again, too."));
    }
  }
}
