package org.handrail.client.disclosure;

import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.Link;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/**
 * The door. First on whose authority somebody asks, then, in one transaction as the agency that
 * keeps the client's record, everything else.
 */
@Component
class Door {
  private final Ledger ledger;
  private final Deciding deciding;
  private final Transactions transactions;

  Door(Ledger ledger, Deciding deciding, Transactions transactions) {
    this.ledger = ledger;
    this.deciding = deciding;
    this.transactions = transactions;
  }

  Link ask(DoorRequest request) {
    if (!request.isOfTheDiscloser()) {
      throw new NotFound();
    }
    var authority = authority(request);
    return AgencyScope.as(authority.keeper(), request.onBehalfOf().subject())
        .call(() -> transactions.inTransaction(() -> deciding.decide(authority, request)));
  }

  private Authority authority(DoorRequest request) {
    var own = request.clientId();
    var answered = request.inReplyTo();
    if (own != null) {
      return new Authority(request.onBehalfOf().agency(), new ClientId(own), false);
    }
    if (answered == null) {
      throw new NotFound();
    }
    return AgencyScope.as(request.onBehalfOf())
        .call(() -> transactions.reading(() -> authorityOfReply(request, answered)));
  }

  // What was released never changes, so it may be read before the door's own transaction.
  private Authority authorityOfReply(DoorRequest request, UUID answered) {
    var replier = request.onBehalfOf().agency();
    return ledger
        .find(answered)
        .filter(link -> link.entry().isRelease())
        .filter(link -> link.entry().who().recipient().value().equals(replier.value()))
        .filter(link -> link.entry().who().discloser().value().equals(request.recipient()))
        .filter(link -> request.referralId().equals(link.entry().cause().referral()))
        .map(link -> new Authority(link.agency(), link.client(), true))
        .orElseThrow(NotFound::new);
  }
}
