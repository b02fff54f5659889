package org.handrail.client.disclosure;

import org.handrail.client.client.Assigned;
import org.handrail.client.consent.Judgement;
import org.handrail.client.ledger.ChainHead;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.Link;
import org.handrail.platform.problem.NotFound;
import org.springframework.stereotype.Component;

/**
 * Decides a release: lock the chain, read the consents, take the time, judge, write it down, pack.
 * In one transaction.
 */
@Component
class Deciding {
  private final Assigned assigned;
  private final Ledger ledger;
  private final Judging judging;
  private final Releasing releasing;

  Deciding(Assigned assigned, Ledger ledger, Judging judging, Releasing releasing) {
    this.assigned = assigned;
    this.ledger = ledger;
    this.judging = judging;
    this.releasing = releasing;
  }

  Link decide(Authority authority, DoorRequest request) {
    var person = request.onBehalfOf();
    // Asked again at the release, whatever it was when the person acted.
    if (!authority.byReply()
        && assigned.relation(person.agency(), person.subject(), authority.client()).isEmpty()) {
      throw new NotFound();
    }
    var head = ledger.lock(authority.keeper(), authority.client());
    return ledger
        .find(authority.keeper(), request.referralId(), request.recipient(), request.step())
        .orElseGet(() -> decide(head, request));
  }

  private Link decide(ChainHead head, DoorRequest request) {
    var cause = new Entry.Cause(request.referralId(), request.step(), request.inReplyTo());
    var judged =
        judging.judge(head, request.about(head.client()), request.onBehalfOf().subject(), cause);
    var occasion = judged.occasion();
    return switch (judged.judgement()) {
      case Judgement.Deny(var code) -> releasing.deny(occasion, code);
      case Judgement.Permit permit ->
          releasing.release(occasion, permit, request.canBeBuilt(), request.contentOrNone());
    };
  }
}
