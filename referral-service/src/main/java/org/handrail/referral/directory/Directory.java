package org.handrail.referral.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the region offers, as other features ask for it. */
public interface Directory {
  /** A service that can be offered, whoever runs it. */
  Optional<ServiceListing> offered(UUID serviceId);

  /** Those of these services that can be offered. */
  List<ServiceListing> offered(Collection<UUID> serviceIds);

  /** How many services can be offered for a need. */
  int countFor(String need);
}
