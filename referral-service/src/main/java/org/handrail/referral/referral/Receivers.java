package org.handrail.referral.referral;

import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.referral.directory.Directory;
import org.handrail.referral.directory.ServiceListing;
import org.springframework.stereotype.Component;

/** Which services take referrals at present: those that are offered, and a partner runs. */
@Component
class Receivers {
  private final Directory directory;

  Receivers(Directory directory) {
    this.directory = directory;
  }

  /** A service and the partner that runs it. */
  record Taker(ServiceListing service, AgencyId agency) {}

  /** Who takes a referral of that agency to the service, if anybody does. */
  Optional<Taker> of(UUID serviceId, AgencyId requester) {
    return directory.offered(serviceId).flatMap(service -> taker(service, requester));
  }

  /** Whether the place that a referral names takes it still, and the same agency runs it. */
  boolean stillTake(Referral referral) {
    return isTaken(referral.service().id(), referral.receiver(), referral.requester());
  }

  /** Whether the place takes what the requester sends, and that agency runs it. */
  boolean isTaken(UUID serviceId, AgencyId receiver, AgencyId requester) {
    return of(serviceId, requester).filter(taker -> taker.agency().equals(receiver)).isPresent();
  }

  private static Optional<Taker> taker(ServiceListing service, AgencyId requester) {
    AgencyId agency = service.agency();
    return agency == null || agency.equals(requester)
        ? Optional.empty()
        : Optional.of(new Taker(service, agency));
  }
}
