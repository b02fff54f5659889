package org.handrail.analytics.deidentification;

import java.util.UUID;

/** What an event tells about a client, and no more of it than is needed here. */
sealed interface Told {

  UUID client();

  /**
   * Something happened to a client.
   *
   * @param event its id, which is the same however often it arrives
   * @param year in which it happened, UTC: the day stays behind
   */
  record Happening(UUID event, UUID client, What what, int year) implements Told {}

  /**
   * Whose record it is.
   *
   * @param person the same for all records of one person, at whichever agency
   * @param agency the one that keeps the record
   */
  record Link(UUID client, UUID person, String agency) implements Told {}
}
