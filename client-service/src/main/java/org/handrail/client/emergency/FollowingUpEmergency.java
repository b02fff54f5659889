package org.handrail.client.emergency;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.ledger.Ledger;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Afterwards: somebody who was not there looks at it, and the client is told. */
@Component
class FollowingUpEmergency {
  static final ProblemType NOTHING_TO_REVIEW =
      ProblemType.of("emergency-nothing-to-review", 409, "Nothing was released");
  static final ProblemType ALREADY_REVIEWED =
      ProblemType.of("emergency-already-reviewed", 409, "This access was reviewed");
  static final ProblemType OWN_REVIEW =
      ProblemType.of("emergency-own-review", 409, "Somebody else reviews what you asked for");

  private final EmergencyAccesses accesses;
  private final Emergencies emergencies;
  private final Assigned assigned;
  private final Ledger ledger;
  private final Clock clock;

  FollowingUpEmergency(
      EmergencyAccesses accesses,
      Emergencies emergencies,
      Assigned assigned,
      Ledger ledger,
      Clock clock) {
    this.accesses = accesses;
    this.emergencies = emergencies;
    this.assigned = assigned;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** For a reviewer, locked: two of them do not review at once. */
  EmergencyAccess toReview(Person person, UUID id) {
    var found = accesses.find(person.agency(), id).orElseThrow(NotFound::new);
    ledger.lock(person.agency(), found.client());
    return accesses.find(person.agency(), id).orElseThrow(NotFound::new);
  }

  UUID review(Person person, EmergencyAccess access, EmergencyAccess.Finding finding, String note) {
    if (access.denial() != null) {
      throw Refusal.of(NOTHING_TO_REVIEW);
    }
    if (access.requestedBy().equals(person.subject())) {
      throw Refusal.of(OWN_REVIEW);
    }
    if (access.review() != null) {
      throw Refusal.of(ALREADY_REVIEWED);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    accesses.addReview(
        person.agency(),
        access.id(),
        new EmergencyAccess.Review(finding, note, now, person.subject()));
    emergencies.reviewed(person.agency(), access.id());
    return access.id();
  }

  /** For those at the client's side. */
  EmergencyAccess toTell(Person person, UUID id) {
    if (assigned.require(person, accesses.whose(person.agency(), id).client()) == Relation.SELF) {
      throw new NotFound();
    }
    return accesses.find(person.agency(), id).orElseThrow(NotFound::new);
  }

  UUID told(Person person, EmergencyAccess access) {
    accesses.addTold(
        person.agency(),
        access.id(),
        person.subject(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    emergencies.told(person.agency(), access.id());
    return access.id();
  }
}
