package org.handrail.client.ledger;

import java.util.Optional;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;

/**
 * Whose a decision is.
 *
 * @param keeper the agency that keeps the client's record
 * @param withoutConsent who decided, where it was a matter in which consent is not what counts
 */
public record Whose(AgencyId keeper, ClientId client, Optional<SubjectId> withoutConsent) {

  /** Of a decision that there is not: it is asked about like one that may not be seen. */
  public static Whose nobodys(AgencyId asking) {
    return new Whose(asking, ClientId.ofNobody(), Optional.empty());
  }
}
