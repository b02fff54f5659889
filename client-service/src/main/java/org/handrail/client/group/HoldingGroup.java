package org.handrail.client.group;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.worktime.WorkTimes;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Begins a group and sets its sessions, each of which takes the facilitator's time. */
@Component
class HoldingGroup {
  private final Groups groups;
  private final GroupTerms terms;
  private final WorkTimes times;
  private final Clock clock;

  HoldingGroup(Groups groups, GroupTerms terms, WorkTimes times, Clock clock) {
    this.groups = groups;
    this.terms = terms;
    this.times = times;
    this.clock = clock;
  }

  UUID begin(Person by, String name, String agenda, int capacity) {
    if (capacity > terms.capacityAtMost()) {
      throw invalid("/capacity", "max", "At most %d people.".formatted(terms.capacityAtMost()));
    }
    var group = new Group(UUID.randomUUID(), name, agenda, capacity, by.subject().value(), null);
    groups.add(by.agency(), group, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return group.id();
  }

  /** A group that the caller holds; anybody else's is as if it were not there. */
  Group own(Person person, UUID id) {
    return groups
        .findForUpdate(person.agency(), id)
        .filter(group -> group.facilitator().equals(person.subject().value()))
        .orElseThrow(NotFound::new);
  }

  UUID meet(Person by, Group group, String agenda, Instant startsAt, Instant endsAt) {
    EndingGroup.requireGoesOn(group);
    var length = Duration.between(startsAt, endsAt);
    if (!length.isPositive() || length.compareTo(WorkTimes.LONGEST) > 0) {
      throw invalid("/endsAt", "wrong-value", "It ends after it begins, within 24 hours.");
    }
    ActTimes.require("/startsAt", startsAt, clock.instant());
    var session =
        new Session(
            UUID.randomUUID(),
            group.id(),
            agenda,
            group.capacity(),
            group.facilitator(),
            startsAt,
            endsAt,
            null);
    times.take(by.agency(), by.subject(), session.id(), session.startsAt(), session.endsAt());
    groups.add(by.agency(), session);
    return session.id();
  }

  private static Refusal invalid(String pointer, String code, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).error(pointer, code, detail));
  }
}
