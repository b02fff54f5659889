package org.handrail.client.group;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.worktime.WorkTimes;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Calls a session off for which nobody ever signed in, and ends a group: the facilitator does, or a
 * supervisor. The time of what does not take place is free again.
 */
@Component
class EndingGroup {
  static final ProblemType GROUP_ENDED =
      ProblemType.of("group-ended", 409, "This group meets no more");
  static final ProblemType SESSION_ATTENDED =
      ProblemType.of("session-attended", 409, "Somebody has signed in for this session");

  private final Groups groups;
  private final Attendance attendance;
  private final WorkTimes times;
  private final Clock clock;

  EndingGroup(Groups groups, Attendance attendance, WorkTimes times, Clock clock) {
    this.groups = groups;
    this.attendance = attendance;
    this.times = times;
    this.clock = clock;
  }

  /** A group of the agency, locked. */
  Group find(Person person, UUID id) {
    return groups.findForUpdate(person.agency(), id).orElseThrow(NotFound::new);
  }

  /**
   * That the caller holds the group, or supervises. Not asked of a replay: who handed it on holds
   * it no more.
   */
  static void requireOpenTo(Person person, Group group) {
    if (!isOpenTo(person, group.facilitator())) {
      throw new NotFound();
    }
  }

  /** A session that the caller holds, or supervises, locked. */
  Session reachSession(Person person, UUID group, UUID id) {
    return groups
        .findForUpdate(person.agency(), group, id)
        .filter(session -> isOpenTo(person, session.facilitator()))
        .orElseThrow(NotFound::new);
  }

  UUID cancel(AgencyId agency, Session session) {
    if (session.cancelledAt() != null) {
      throw Refusal.of(SigningIn.SESSION_CANCELLED);
    }
    if (attendance.mostSignedIn(agency, session.id()) > 0) {
      throw Refusal.of(SESSION_ATTENDED);
    }
    callOff(agency, session, now());
    return session.id();
  }

  /** What is still to come and never had anybody in it is called off with it. */
  UUID end(Person person, Group group) {
    requireOpenTo(person, group);
    requireGoesOn(group);
    var agency = person.agency();
    var now = now();
    groups.end(agency, group.id(), now);
    groups.toCome(agency, group.id(), now).forEach(session -> callOff(agency, session, now));
    return group.id();
  }

  static void requireGoesOn(Group group) {
    if (group.endedAt() != null) {
      throw Refusal.of(GROUP_ENDED);
    }
  }

  private void callOff(AgencyId agency, Session session, Instant now) {
    groups.cancel(agency, session.id(), now);
    times.free(agency, session.id());
  }

  private static boolean isOpenTo(Person person, String facilitator) {
    return person.is(Role.SUPERVISOR) || facilitator.equals(person.subject().value());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
