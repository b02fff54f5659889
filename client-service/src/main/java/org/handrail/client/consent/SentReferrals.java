package org.handrail.client.consent;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.party.Parties;
import org.handrail.platform.caller.AgencyId;
import org.springframework.stereotype.Component;

/**
 * What the door makes of the referrals that have gone out. Which consent covers one is for it alone
 * to say: whoever waits for answers to them is told, and need not guess.
 */
@Component
class SentReferrals {
  private final Ledger ledger;
  private final ClientsWills wills;
  private final Judge judge;

  SentReferrals(Ledger ledger, ClientsWills wills, Parties parties) {
    this.ledger = ledger;
    this.wills = wills;
    this.judge = new Judge(parties);
  }

  /**
   * The referrals of a client.
   *
   * @param open their package would be handed out
   * @param closed it would not
   */
  record Standing(List<UUID> open, List<UUID> closed) {}

  Standing of(AgencyId agency, ClientId client, Instant now) {
    var sent = ledger.sendings(agency, client);
    var open = new ArrayList<UUID>();
    var closed = new ArrayList<UUID>();
    if (!sent.isEmpty()) {
      var will = wills.of(agency, client);
      for (var link : sent) {
        var permitted =
            judge.judge(ReleaseRequest.sameAsOnce(link), will, now) instanceof Judgement.Permit;
        (permitted ? open : closed).add(requireNonNull(link.entry().cause().referral()));
      }
    }
    return new Standing(open, closed);
  }
}
