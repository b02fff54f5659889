package org.handrail.referral.capacity;

import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.Directory;
import org.springframework.stereotype.Component;

/**
 * Lets the agency that runs a service say how many places it has; where another agency ran it
 * before, what that one said is taken over.
 */
@Component
class StatingCapacity {
  private final Directory directory;
  private final Capacities capacities;
  private final JdbcHolds holds;

  StatingCapacity(Directory directory, Capacities capacities, JdbcHolds holds) {
    this.directory = directory;
    this.capacities = capacities;
    this.holds = holds;
  }

  /** The service, if it is offered and the person's agency runs it. */
  UUID offered(Person by, UUID serviceId) {
    return directory
        .offered(serviceId)
        .filter(service -> by.agency().equals(service.agency()))
        .orElseThrow(NotFound::new)
        .id();
  }

  /** Whether it is said by who runs the service, which may be closed or hidden by now. */
  boolean isOwn(Person by, Capacity capacity) {
    return directory.isRunBy(by.agency(), capacity.serviceId());
  }

  UUID first(Person by, UUID serviceId, Unit unit, String kind, Capacities.Said said) {
    check(said, 0);
    UUID id = UUID.randomUUID();
    if (capacities.add(id, by, serviceId, unit, kind, said)) {
      return id;
    }
    return capacities
        .lock(serviceId, unit, kind)
        .filter(there -> !there.agency().equals(by.agency()))
        .map(there -> anew(by, there, said))
        .orElseThrow(() -> Refusal.of(CapacityProblems.CAPACITY_EXISTS));
  }

  UUID anew(Person by, Capacity capacity, Capacities.Said said) {
    requireStanding(capacity);
    int kept = holds.kept(capacity.id());
    check(said, kept);
    capacities.say(capacity.id(), by, said, kept);
    return capacity.id();
  }

  /** The service has no such places; of its own that are kept each is let go first. */
  UUID retire(Person by, Capacity capacity) {
    requireStanding(capacity);
    if (capacity.held() > 0 && capacity.agency().equals(by.agency())) {
      throw Refusal.of(CapacityProblems.PLACES_KEPT);
    }
    capacities.retire(capacity.id(), by);
    return capacity.id();
  }

  private static void requireStanding(Capacity capacity) {
    if (capacity.retiredAt() != null) {
      throw Refusal.of(CapacityProblems.CAPACITY_RETIRED);
    }
  }

  private static void check(Capacities.Said said, int held) {
    Problem problem = Problem.of(CapacityProblems.CAPACITY_DEFICIENT);
    if (said.free() > said.total()) {
      problem = problem.error("/free", "more-than-total", "more places are free than there are");
    }
    if (said.holdsAtOnce() > said.total()) {
      problem = problem.error("/holdsAtOnce", "more-than-total", "more are kept than there are");
    }
    if (said.free() < held) {
      problem =
          problem.error("/free", "fewer-than-held", "kept places are free until somebody arrives");
    }
    problem = HoldTime.check(problem, said.holdFor(), HoldTime.LONGEST);
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
  }
}
