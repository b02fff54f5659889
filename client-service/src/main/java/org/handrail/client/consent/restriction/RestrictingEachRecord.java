package org.handrail.client.consent.restriction;

import org.handrail.client.client.Parting;
import org.handrail.client.client.SaidForEach;
import org.handrail.client.ledger.PersonsChains;
import org.handrail.platform.attention.Attention;
import org.springframework.stereotype.Component;

/**
 * Keeps what somebody asked to be kept from others while several records stood for them on each of
 * these (P2-RGT-1): granted where it was, and still to be decided where it was not.
 */
@Component
class RestrictingEachRecord implements SaidForEach {
  private final Restrictions restrictions;
  private final PersonsChains chains;
  private final Attention attention;

  RestrictingEachRecord(Restrictions restrictions, PersonsChains chains, Attention attention) {
    this.restrictions = restrictions;
    this.chains = chains;
    this.attention = attention;
  }

  @Override
  public void writeDown(Parting parting) {
    // Nobody asks, decides or ends meanwhile.
    chains.lock(parting.agency(), parting.onto());
    if (restrictions.writeDown(parting) > 0) {
      Restricting.toDecide(attention, parting.agency(), parting.onto());
    }
  }
}
