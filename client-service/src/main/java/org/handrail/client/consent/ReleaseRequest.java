package org.handrail.client.consent;

import java.util.Set;
import org.handrail.client.client.ClientId;
import org.handrail.client.party.PartyId;

/**
 * What somebody asks to let go.
 *
 * @param required without any one of these nothing goes
 * @param optional these go if the consent covers them
 */
public record ReleaseRequest(
    ClientId client,
    PartyId discloser,
    PartyId recipient,
    Purpose purpose,
    Set<Category> required,
    Set<Category> optional) {
  public ReleaseRequest {
    required = Set.copyOf(required);
    optional = Set.copyOf(optional);
  }
}
