package org.handrail.client.access;

import java.util.List;
import java.util.stream.Stream;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;

/**
 * As what somebody reads who looked at a client's record. Each reads of the looks at what they may
 * know of: a look at something else would tell that there is such a thing.
 */
public enum LogReader {
  CLIENT,
  /** The client, as somebody at the side of another of their records. */
  AT_THEIR_OWN_SIDE,
  AT_THEIR_SIDE,
  PRIVACY_OFFICER;

  // With whom a specialist would not walk is their own, whoever asks.
  private static final String OF_ONESELF = "specialists-me";

  /**
   * @param theClient whether it is the client, by their own sign-in
   */
  public static LogReader of(Person person, boolean theClient) {
    return theClient ? CLIENT : person.is(Role.PRIVACY_OFFICER) ? PRIVACY_OFFICER : AT_THEIR_SIDE;
  }

  /** The kinds of looks that they do not read of, each with all that hangs on it. */
  public List<String> keptFrom() {
    return switch (this) {
      // What was reported for a child's sake (P2-RPT-1), and that a court asks (P2-COURT-1).
      case CLIENT -> List.of("disclosures-reports", "record-requests", OF_ONESELF);
      case AT_THEIR_OWN_SIDE ->
          Stream.of(CLIENT, AT_THEIR_SIDE)
              .flatMap(reader -> reader.keptFrom().stream())
              .distinct()
              .toList();
      // What the client told one person or of one, and what is the privacy officers' to know.
      case AT_THEIR_SIDE ->
          List.of(
              "clients-complaints",
              "clients-confidences",
              "clients-matches",
              "clients-relationship-ratings",
              "clients-specialist-changes",
              "disclosures-breaches",
              "record-requests",
              OF_ONESELF);
      case PRIVACY_OFFICER ->
          List.of(
              "clients-confidences",
              "clients-matches",
              "clients-relationship-ratings",
              "clients-specialist-changes",
              OF_ONESELF);
    };
  }
}
