package org.handrail.client.consent;

import java.time.Instant;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.restriction.Restrictions;
import org.handrail.client.consent.treating.TreatingRelationships;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.springframework.stereotype.Component;

/** Everything that the judge must know of a client of the acting agency. */
@Component
public class ClientsWills {
  private final Consents consents;
  private final Restrictions restrictions;
  private final TreatingRelationships treatingRelationships;
  private final Ages ages;

  ClientsWills(
      Consents consents,
      Restrictions restrictions,
      TreatingRelationships treatingRelationships,
      Ages ages) {
    this.consents = consents;
    this.restrictions = restrictions;
    this.treatingRelationships = treatingRelationships;
    this.ages = ages;
  }

  public ClientsWill of(AgencyId agency, ClientId client) {
    return new ClientsWill(
        new PartyId(agency.value()),
        consents.ofPerson(agency, client),
        restrictions.granted(agency, client),
        treatingRelationships.known(agency, client),
        ages.of(agency, client));
  }

  /** As it was known at that time. */
  public ClientsWill knownAt(AgencyId agency, ClientId client, Instant at) {
    return new ClientsWill(
        new PartyId(agency.value()),
        consents.ofPersonKnownAt(agency, client, at),
        restrictions.grantedAt(agency, client, at),
        treatingRelationships.knownAt(agency, client, at),
        ages.knownAt(agency, client, at));
  }
}
