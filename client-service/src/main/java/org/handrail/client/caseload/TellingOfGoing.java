package org.handrail.client.caseload;

import java.util.List;
import java.util.UUID;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.stereotype.Component;

/** Tells whoever must act that a specialist is not there. */
@Component
class TellingOfGoing {
  private final Attention attention;
  private final List<WhenGone> others;

  TellingOfGoing(Attention attention, List<WhenGone> others) {
    this.attention = attention;
    this.others = List.copyOf(others);
  }

  /** Somebody else is there for the client now. */
  void standsIn(AgencyId agency, SubjectId other, UUID client) {
    attention.ask(agency, other, new Matter("stands-in-for-colleague", "client", client));
  }

  void gone(AgencyId agency, SpecialistId who, SubjectId subject) {
    others.forEach(other -> other.gone(agency, who, subject));
  }
}
