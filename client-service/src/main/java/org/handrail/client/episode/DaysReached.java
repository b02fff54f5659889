package org.handrail.client.episode;

import java.time.LocalDate;
import java.util.List;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.DaysOfContact;
import org.handrail.platform.caller.AgencyId;
import org.springframework.stereotype.Component;

/** The days on which an attempt reached the client. */
@Component
class DaysReached implements DaysOfContact {
  private final Engagements engagements;

  DaysReached(Engagements engagements) {
    this.engagements = engagements;
  }

  @Override
  public List<LocalDate> between(
      AgencyId agency, ClientId client, LocalDate from, LocalDate until) {
    return engagements.daysOfContact(agency, client, from, until);
  }
}
