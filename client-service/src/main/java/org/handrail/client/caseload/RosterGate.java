package org.handrail.client.caseload;

import org.handrail.client.client.ClientId;
import org.handrail.client.client.MayBeAssigned;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.client.specialist.Specialists;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Lets nobody take a place at a client's side against the roster (CERT-2, R22) or unseen, nor leave
 * one empty that they hold for a colleague.
 */
@Component
class RosterGate implements MayBeAssigned {
  static final ProblemType BACKUP_STAYS =
      ProblemType.of("backup-stays", 409, "Nobody else stands in for the colleague who is away");

  private final Specialists specialists;
  private final RosterSettings settings;
  private final Availability availability;
  private final Leaves leaves;
  private final WhoIsThere whoIsThere;

  RosterGate(
      Specialists specialists,
      RosterSettings settings,
      Availability availability,
      Leaves leaves,
      WhoIsThere whoIsThere) {
    this.specialists = specialists;
    this.settings = settings;
    this.availability = availability;
    this.leaves = leaves;
    this.whoIsThere = whoIsThere;
  }

  @Override
  public void mayTake(AgencyId agency, SubjectId subject, ClientId client, Relation place) {
    // Locked: of two who would fill the last place, one does.
    var specialist = specialists.lock(agency, subject);
    if (specialist.isEmpty()) {
      whoIsThere.requireKnown(agency, subject);
      return;
    }
    availability
        .against(agency, specialist.get(), client, place)
        .ifPresent(
            reason -> {
              throw Refusal.of(reason);
            });
  }

  @Override
  public void mayLeave(AgencyId agency, SubjectId subject, ClientId client) {
    leaves.alone(agency);
    var today = settings.today(agency);
    var others =
        leaves.atTheSideOf(agency, client).stream()
            .filter(other -> !other.subject().equals(subject))
            .toList();
    if (!others.isEmpty()
        && others.stream().allMatch(other -> leaves.isAway(agency, other.subject(), today))) {
      throw Refusal.of(BACKUP_STAYS);
    }
  }
}
