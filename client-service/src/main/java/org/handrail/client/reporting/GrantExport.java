package org.handrail.client.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.client.party.PartyId;

/**
 * An export of a grant's reports to the party that funds it.
 *
 * @param from the first day of which reports are in it
 * @param until the last one
 * @param readableUntil from when on nobody fetches it any more
 */
record GrantExport(
    UUID id,
    String grant,
    PartyId funder,
    LocalDate from,
    LocalDate until,
    String askedBy,
    Instant askedAt,
    Instant readableUntil) {

  /** How long an export can be fetched: long enough for a weekend. */
  static final Duration OPEN = Duration.ofDays(3);

  boolean isOverAt(Instant now) {
    return !now.isBefore(readableUntil);
  }
}
