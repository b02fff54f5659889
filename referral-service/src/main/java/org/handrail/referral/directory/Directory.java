package org.handrail.referral.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;

/** What the region offers, as other features ask for it. */
public interface Directory {
  /** A service that can be offered, whoever runs it. */
  Optional<ServiceListing> offered(UUID serviceId);

  /** Those of these services that can be offered. */
  List<ServiceListing> offered(Collection<UUID> serviceIds);

  /**
   * Those of these services that the directory says are for something else: a vocabulary that knows
   * the need describes them, and does not give them this one. Of the others nobody knows.
   */
  Set<UUID> forSomethingElse(String need, Collection<UUID> serviceIds);

  /** Whether the agency runs that service, be it offered at present or not. */
  boolean isRunBy(AgencyId agency, UUID serviceId);

  /** How many services can be offered for a need. */
  int countFor(String need);
}
