package org.handrail.client.disclosure;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.Purpose;
import org.handrail.client.consent.ReleaseRequest;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;

/**
 * A client's reports as they come to the door on their way to a funder.
 *
 * @param export the export that they are in
 * @param content by category; what was reported is a treatment record, and without that nothing
 *     goes
 * @param readableUntil from when on nobody reads it any more
 */
public record ReportForFunder(
    UUID export,
    ClientId client,
    PartyId funder,
    Map<Category, Object> content,
    Instant readableUntil) {
  public ReportForFunder {
    content = Map.copyOf(content);
    if (!content.containsKey(Category.TREATMENT_RECORD)) {
      throw new IllegalArgumentException("a report says what was reported");
    }
  }

  /** Reporting to a funder is one of the agency's operations. */
  ReleaseRequest asked(AgencyId by) {
    return new ReleaseRequest(
        client,
        new PartyId(by.value()),
        funder,
        Purpose.HOPERAT,
        Set.of(Category.TREATMENT_RECORD),
        content.containsKey(Category.DEMOGRAPHICS) ? Set.of(Category.DEMOGRAPHICS) : Set.of());
  }
}
