package org.handrail.client.report;

import java.time.Instant;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.Entry;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A report that was made to an authority.
 *
 * @param reference the authority's own number for it
 * @param reporter the name of who made it
 * @param disclosureId the ledger's row; what was told is its package
 */
record IncidentReport(
    UUID id,
    ClientId client,
    Kind kind,
    PartyId recipient,
    String reference,
    Instant madeAt,
    String reporter,
    Instant recordedAt,
    SubjectId recordedBy,
    @Nullable UUID disclosureId) {

  /** What may be reported without consent; nothing else may. */
  enum Kind {
    CHILD_ABUSE(Entry.Matter.CHILD_ABUSE_REPORT, "42 CFR 2.12(c)(6)"),
    CRIME("crime-report", "42 CFR 2.12(c)(5)");

    private final String matter;
    private final String citation;

    Kind(String matter, String citation) {
      this.matter = matter;
      this.citation = citation;
    }

    String matter() {
      return matter;
    }

    String citation() {
      return citation;
    }
  }
}
