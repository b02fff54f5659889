package org.handrail.local;

import java.nio.file.Path;

/** Something that the person at the keyboard can put right; the message says how, in one line. */
final class Trouble extends RuntimeException {

  Trouble(String message) {
    super(message);
  }

  static Trouble dead(String part, Path log) {
    return new Trouble(
        "%s ended; its last words, from %s:%n%s".formatted(part, log, Logs.last(log)));
  }
}
