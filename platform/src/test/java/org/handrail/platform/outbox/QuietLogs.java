package org.handrail.platform.outbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Outside of Spring nobody tells Logback to keep its debugging to itself. */
final class QuietLogs {

  private QuietLogs() {}

  static void keep() {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(Level.WARN);
    }
  }
}
