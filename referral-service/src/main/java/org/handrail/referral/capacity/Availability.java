package org.handrail.referral.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** How old the word about the places of services is, as an option is presented. */
public interface Availability {
  /**
   * What was said of one kind of places.
   *
   * @param reading what can be made of it now
   * @param asOf when it was said
   * @param age since then, in whole minutes
   */
  record Word(
      UUID serviceId, String unit, String kind, Reading reading, Instant asOf, Duration age) {}

  /** In the order of the services; none for one of which nothing was said. */
  List<Word> of(Collection<UUID> serviceIds);
}
