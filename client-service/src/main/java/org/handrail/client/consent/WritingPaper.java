package org.handrail.client.consent;

import java.time.ZoneId;
import org.handrail.client.consent.paper.ConsentPaper;
import org.handrail.client.consent.paper.Papers;
import org.handrail.client.party.Parties;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.caller.AgencyId;
import org.springframework.stereotype.Component;

/**
 * Writes out in words what a draft says: by the names of the register, on the days of the agency.
 */
@Component
class WritingPaper {
  private final Papers papers;
  private final Parties parties;
  private final RosterSettings settings;

  WritingPaper(Papers papers, Parties parties, RosterSettings settings) {
    this.papers = papers;
    this.parties = parties;
    this.settings = settings;
  }

  ConsentPaper of(AgencyId agency, StoredConsent stored) {
    return papers.of(stored.consent().form(), stored.language(), parties, zone(agency));
  }

  /** Where the last day of a consent is a day. */
  ZoneId zone(AgencyId agency) {
    return settings.of(agency).zone();
  }
}
