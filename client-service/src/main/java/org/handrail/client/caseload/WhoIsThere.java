package org.handrail.client.caseload;

import java.util.Optional;
import org.handrail.client.colleague.Colleagues;
import org.handrail.client.specialist.KeepingRoster;
import org.handrail.client.specialist.RosterSetting;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.client.specialist.Specialists;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Whether somebody is there to take on a duty of the agency's. */
@Component
public class WhoIsThere {
  private final Specialists specialists;
  private final RosterSettings settings;
  private final Availability availability;
  private final Colleagues colleagues;

  WhoIsThere(
      Specialists specialists,
      RosterSettings settings,
      Availability availability,
      Colleagues colleagues) {
    this.specialists = specialists;
    this.settings = settings;
    this.availability = availability;
    this.colleagues = colleagues;
  }

  /**
   * What stands against it: that they have left or are away, or that their certification does not
   * hold.
   *
   * @throws Refusal when nobody of the agency is known by that id
   */
  public Optional<ProblemType> against(AgencyId agency, SubjectId subject) {
    var specialist = specialists.lock(agency, subject);
    if (specialist.isEmpty()) {
      requireKnown(agency, subject);
    }
    return specialist.flatMap(known -> availability.againstWorking(agency, known));
  }

  /**
   * Of somebody who is on no roster. Else a slip of the pen leaves people with somebody whom nobody
   * ever saw.
   */
  void requireKnown(AgencyId agency, SubjectId subject) {
    if (settings.of(agency).roster() == RosterSetting.Mode.ENFORCED) {
      throw Refusal.of(KeepingRoster.NOT_ON_ROSTER);
    }
    colleagues.requireWalking(agency, subject);
  }
}
