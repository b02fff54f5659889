package org.handrail.referral.capacity;

import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.Directory;
import org.springframework.stereotype.Component;

/** Lets the agency that runs a service say how many places it has. */
@Component
class StatingCapacity {
  private final Directory directory;
  private final Capacities capacities;

  StatingCapacity(Directory directory, Capacities capacities) {
    this.directory = directory;
    this.capacities = capacities;
  }

  /** The service, if the person's agency runs it. */
  UUID own(Person by, UUID serviceId) {
    return directory
        .offered(serviceId)
        .filter(service -> by.agency().equals(service.agency()))
        .orElseThrow(NotFound::new)
        .id();
  }

  UUID first(Person by, UUID serviceId, Unit unit, String kind, Capacities.Said said) {
    check(said, 0);
    UUID id = UUID.randomUUID();
    if (!capacities.add(id, by, serviceId, unit, kind, said)) {
      throw Refusal.of(CapacityProblems.CAPACITY_EXISTS);
    }
    return id;
  }

  UUID anew(Person by, Capacity capacity, Capacities.Said said) {
    check(said, capacity.held());
    capacities.say(capacity.id(), by, said);
    return capacity.id();
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
