package org.handrail.analytics.deidentification;

/** An event that should tell of a client and does not. The message never quotes the event. */
final class Unreadable extends Exception {
  Unreadable(String message) {
    super(message);
  }
}
