package org.handrail.client.episode;

import java.time.Instant;
import java.util.UUID;
import org.handrail.client.client.Contact;

/**
 * That somebody tried to reach a client, or the client came by themselves.
 *
 * @param by who of the agency it was
 */
record Attempt(UUID id, Instant at, String by, Initiative initiative, Way way, Outcome outcome) {

  /** Who took the step. */
  enum Initiative {
    SPECIALIST,
    CLIENT
  }

  /** By which way. */
  enum Way {
    CALL,
    TEXT,
    EMAIL,
    VISIT,
    IN_PERSON;

    /** Whether the client lets themselves be reached so. */
    boolean allowedBy(Contact contact) {
      return switch (this) {
        case CALL -> Boolean.TRUE.equals(contact.call());
        case TEXT -> Boolean.TRUE.equals(contact.text());
        case EMAIL -> Boolean.TRUE.equals(contact.sendEmail());
        case VISIT, IN_PERSON -> true;
      };
    }
  }

  /** How it went. */
  enum Outcome {
    REACHED,
    MESSAGE_LEFT,
    NOT_REACHED
  }
}
