package org.handrail.client.group;

import java.time.Clock;
import java.util.UUID;
import org.handrail.client.caseload.WhenGone;
import org.handrail.client.caseload.WhoIsThere;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.client.worktime.WorkTimes;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Gives a group to somebody else, who holds its sessions from then on. What was confided to whoever
 * held one before stays with them.
 */
@Component
class HandingOnGroup implements WhenGone {
  static final ProblemType CANNOT_HOLD =
      ProblemType.of(
          "facilitator-unavailable", 409, "They cannot take the sessions of this group to come");

  private final Groups groups;
  private final WhoIsThere whoIsThere;
  private final WorkTimes times;
  private final Attention attention;
  private final Clock clock;

  HandingOnGroup(
      Groups groups, WhoIsThere whoIsThere, WorkTimes times, Attention attention, Clock clock) {
    this.groups = groups;
    this.whoIsThere = whoIsThere;
    this.times = times;
    this.attention = attention;
    this.clock = clock;
  }

  /**
   * Sessions to come for which nobody ever signed in go with it, and take the other's time.
   *
   * @throws Refusal also when they cannot be there for one of these: not for which, nor why; and
   *     why they are not there at all is told supervisors alone
   */
  UUID handOn(Person person, Group group, SubjectId next) {
    EndingGroup.requireOpenTo(person, group);
    EndingGroup.requireGoesOn(group);
    var agency = person.agency();
    whoIsThere
        .against(agency, next)
        .ifPresent(
            reason -> {
              throw Refusal.of(person.is(Role.SUPERVISOR) ? reason : CANNOT_HOLD);
            });
    groups.handOn(agency, group.id(), next);
    for (var session : groups.toCome(agency, group.id(), clock.instant())) {
      times.free(agency, session.id());
      if (!times.takeIfFree(agency, next, session.id(), session.startsAt(), session.endsAt())) {
        throw Refusal.of(CANNOT_HOLD);
      }
      groups.handOnSession(agency, session.id(), next);
    }
    attention.ask(agency, next, new Matter("holds-group", "group", group.id()));
    return group.id();
  }

  @Override
  public void gone(AgencyId agency, SpecialistId who, SubjectId subject) {
    groups
        .heldBy(agency, subject)
        .forEach(
            group ->
                attention.ask(
                    agency,
                    Role.SUPERVISOR,
                    new Matter("group-needs-facilitator", "group", group)));
  }
}
