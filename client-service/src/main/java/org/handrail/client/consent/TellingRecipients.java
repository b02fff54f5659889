package org.handrail.client.consent;

import java.util.UUID;
import org.handrail.client.ledger.Releases;
import org.handrail.client.party.PartyId;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.springframework.stereotype.Component;

/**
 * Tells those who have received something under a consent that it was taken back, when the client
 * wants it (P2-REV-1). They hear of a disclosure that they have read, and nothing else.
 */
@Component
class TellingRecipients {
  private final Releases releases;
  private final Attention attention;

  TellingRecipients(Releases releases, Attention attention) {
    this.releases = releases;
    this.attention = attention;
  }

  void tell(AgencyId keeper, Consent.Signed consent, Revocation.Extent extent) {
    releases
        .lastReceived(keeper, consent.client(), consent.id().toString())
        .forEach(
            (recipient, disclosure) -> {
              if (concerns(extent, recipient) && !recipient.value().equals(keeper.value())) {
                tell(recipient, disclosure);
              }
            });
  }

  private static boolean concerns(Revocation.Extent extent, PartyId recipient) {
    return extent.party().map(recipient::equals).orElse(true);
  }

  private void tell(PartyId recipient, UUID disclosure) {
    attention.ask(
        new AgencyId(recipient.value()),
        Role.INTAKE_COORDINATOR,
        new Attention.Matter("consent-revoked", "disclosure", disclosure));
  }
}
