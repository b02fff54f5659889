package org.handrail.client.client;

import java.time.Instant;
import java.util.List;
import org.handrail.platform.caller.AgencyId;

/**
 * That a record is about to be held no more to be of the same person as others.
 *
 * @param onto a record that goes on without the others
 * @param from these others, whose words hold for it until now
 * @param at when the merge is undone
 */
public record Parting(AgencyId agency, ClientId onto, List<ClientId> from, Instant at) {
  public Parting {
    from = List.copyOf(from);
  }
}
