package org.handrail.client.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.handrail.client.client.ClientId;
import org.handrail.client.paper.Hash;
import org.handrail.platform.caller.AgencyId;

/**
 * The end of a client's chain. Whoever holds its lock decides alone on that client's disclosures.
 */
public record ChainHead(
    AgencyId agency, ClientId client, long length, Hash hash, Instant decidedAt) {

  /**
   * The time of the decision: read after the lock, cut to what the database keeps, and never before
   * the last decision, so that the order of the locks is the order of the times.
   */
  public Instant now(Clock clock) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return now.isBefore(decidedAt) ? decidedAt : now;
  }

  Link link(Entry entry) {
    return Link.after(agency, client, length, hash, entry);
  }
}
