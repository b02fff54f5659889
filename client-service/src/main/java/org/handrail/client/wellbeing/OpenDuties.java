package org.handrail.client.wellbeing;

import java.time.Clock;
import org.handrail.client.caseload.WhenGone;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.springframework.stereotype.Component;

/** Asks the supervisors who answers at the hours of somebody who is not there (R22). */
@Component
class OpenDuties implements WhenGone {
  private final OnCallRota rota;
  private final Attention attention;
  private final Clock clock;

  OpenDuties(OnCallRota rota, Attention attention, Clock clock) {
    this.rota = rota;
    this.attention = attention;
    this.clock = clock;
  }

  @Override
  public void gone(AgencyId agency, SpecialistId who, SubjectId subject) {
    if (rota.leavesOpen(agency, who, clock.instant())) {
      attention.ask(
          agency, Role.SUPERVISOR, new Attention.Matter("on-call-open", "specialist", who.value()));
    }
  }
}
