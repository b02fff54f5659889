package org.handrail.platform.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * What stands around an event's data.
 *
 * @param agency the one that the handler acts as; none for events that belong to no agency
 * @param extensions all other CloudEvents attributes
 */
public record Envelope(
    UUID id,
    String type,
    String source,
    Instant time,
    String aggregateId,
    long aggregateVersion,
    @Nullable AgencyId agency,
    Map<String, String> extensions) {

  public Envelope {
    extensions = Map.copyOf(extensions);
  }

  /**
   * The agency, for events that always have one.
   *
   * @throws IllegalArgumentException when this one has none, which parks it
   */
  public AgencyId requireAgency() {
    if (agency == null) {
      throw new IllegalArgumentException("the event belongs to no agency");
    }
    return agency;
  }
}
