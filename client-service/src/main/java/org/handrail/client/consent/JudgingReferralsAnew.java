package org.handrail.client.consent;

import java.time.Clock;
import java.util.List;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Clients;
import org.handrail.client.client.WhenParted;
import org.handrail.client.ledger.ChainHead;
import org.handrail.client.ledger.Ledger;
import org.handrail.platform.caller.AgencyId;
import org.springframework.stereotype.Component;

/**
 * Has the referrals that have gone out judged anew when it was no consent that changed what holds
 * for them: a restriction ended, a provider came to treat the client, or what was said on one
 * record does not hold for another any more.
 */
@Component
public class JudgingReferralsAnew implements WhenParted {
  private final Ledger ledger;
  private final Clients clients;
  private final SentReferrals sentReferrals;
  private final ConsentEvents events;
  private final Clock clock;

  JudgingReferralsAnew(
      Ledger ledger,
      Clients clients,
      SentReferrals sentReferrals,
      ConsentEvents events,
      Clock clock) {
    this.ledger = ledger;
    this.clients = clients;
    this.sentReferrals = sentReferrals;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void parted(AgencyId agency, List<ClientId> records) {
    // All are held before any is judged, in one order, as by everybody who holds several chains.
    records.stream().map(record -> ledger.lock(agency, record)).toList().forEach(this::judge);
  }

  /** Of a record whose chain is held. */
  public void judge(ChainHead head) {
    var sent = sentReferrals.of(head.agency(), head.client(), head.now(clock));
    if (!sent.open().isEmpty() || !sent.closed().isEmpty()) {
      events.judged(head.agency(), clients.find(head.agency(), head.client()).orElseThrow(), sent);
    }
  }
}
