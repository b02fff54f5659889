package org.handrail.referral.opening;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.referral.Referring;
import org.handrail.referral.referral.WhoHears;
import org.springframework.stereotype.Component;

/**
 * Asks once more whether the referral would go to a place: before it claims, since a restriction
 * may have been granted since it was asked (P2-RGT-1), and as soon as it can be asked at all, since
 * what the client took back before that was heard of no opening (P2-REV-1).
 */
@Component
class JudgingAnew {
  private final Openings openings;
  private final Offers offers;
  private final TakingBack takingBack;
  private final Referring referring;
  private final WhoHears hears;
  private final Transactions transactions;

  JudgingAnew(
      Openings openings,
      Offers offers,
      TakingBack takingBack,
      Referring referring,
      WhoHears hears,
      Transactions transactions) {
    this.openings = openings;
    this.offers = offers;
    this.takingBack = takingBack;
    this.referring = referring;
    this.hears = hears;
    this.transactions = transactions;
  }

  /**
   * Takes the offer back if nothing would go to that place now. While the door cannot be asked, or
   * nobody is at the client's side in whose name it could be, the offer stays: the sending is
   * judged itself. Never within a transaction.
   */
  void judge(UUID offer, AgencyId place) {
    transactions
        .reading(() -> offers.asker(offer, place))
        .ifPresent(
            asker ->
                AgencyScope.as(asker.agency())
                    .run(
                        () -> {
                          takeBackWhatIsClosed(asker.agency(), asker.openingId());
                          judge(asker.agency(), asker.openingId(), place);
                        }));
  }

  /**
   * What closed, or is another agency's by now, ends the opening for no other place. Whoever holds
   * the opening meanwhile keeps nobody waiting who claims what is still offered.
   */
  private void takeBackWhatIsClosed(AgencyId requester, UUID id) {
    Predicate<Opening.Offer> closed = offer -> !referring.isTaken(offer.place(), requester);
    Opening opening = transactions.reading(() -> openings.find(id)).orElseThrow();
    if (transactions.reading(
        () -> opening.offers().stream().filter(Opening.Offer::isOpen).anyMatch(closed))) {
      transactions.run(() -> takingBack.takeBack(requester, opening, closed, TakingBack.CLOSED));
    }
  }

  /**
   * The same, for each place that is asked; until the door has answered for all of them, sweeps ask
   * again.
   *
   * @return false when the door cannot be asked at present
   */
  boolean judgeAll(AgencyId requester, UUID id) {
    List<AgencyId> places =
        transactions.reading(() -> openings.find(id)).orElseThrow().offers().stream()
            .filter(Opening.Offer::isOpen)
            .map(offer -> offer.place().agency())
            .distinct()
            .toList();
    for (AgencyId place : places) {
      switch (judge(requester, id, place)) {
        case Referring.Hearing.Told _, Referring.Hearing.Untold _ -> {}
        case Referring.Hearing.Stranger _ -> {
          return true;
        }
        case Referring.Hearing.Unknown _ -> {
          return false;
        }
      }
    }
    transactions.run(() -> openings.judged(id));
    return true;
  }

  /**
   * What the door says; while nobody is there in whose name it could be asked, as of a stranger.
   */
  private Referring.Hearing judge(AgencyId requester, UUID id, AgencyId place) {
    Opening opening = transactions.reading(() -> openings.find(id)).orElseThrow();
    Referring.Hearing heard =
        transactions
            .reading(
                () -> hears.whoIsThere(requester, opening.need().clientId(), opening.openedBy()))
            .map(who -> referring.hearing(opening.need(), place, who))
            .orElseGet(Referring.Hearing.Stranger::new);
    if (heard instanceof Referring.Hearing.Untold) {
      transactions.run(
          () ->
              takingBack.takeBack(
                  requester,
                  opening,
                  offer -> offer.place().agency().equals(place),
                  TakingBack.STOPPED));
    }
    return heard;
  }
}
