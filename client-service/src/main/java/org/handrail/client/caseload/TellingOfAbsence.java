package org.handrail.client.caseload;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.stereotype.Component;

/** Tells those who have to know that somebody is away or has left. */
@Component
class TellingOfAbsence {
  private final Attention attention;
  private final List<Holdings> holdings;

  TellingOfAbsence(Attention attention, List<Holdings> holdings) {
    this.attention = attention;
    this.holdings = holdings;
  }

  void absent(AgencyId agency, SubjectId who) {
    holdings.forEach(held -> held.seekSomebodyElse(agency, who));
  }

  /** Somebody is there in their place. */
  void standsIn(AgencyId agency, SubjectId other, UUID client) {
    attention.ask(agency, other, new Matter("stands-in-for-colleague", "client", client));
  }
}
