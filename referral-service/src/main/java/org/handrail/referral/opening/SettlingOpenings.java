package org.handrail.referral.opening;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.ByItself;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.referral.Referring;
import org.handrail.referral.referral.WhoHears;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Does on the requester's side what a claim or a withdrawal is followed by: the referral goes
 * through the door to whoever claimed it, and for the others it is gone. What nobody has claimed is
 * judged where whoever opened it could not.
 */
@Component
class SettlingOpenings {
  private static final ByItself EACH =
      new ByItself(
          LoggerFactory.getLogger(SettlingOpenings.class),
          "A claim could not be settled; the next sweep tries again");
  private static final ByItself EACH_JUDGED =
      new ByItself(
          LoggerFactory.getLogger(SettlingOpenings.class),
          "An opening could not be judged anew; the next sweep tries again");
  private static final UUID NONE = new UUID(0, 0);

  // What the door never answers for keeps no other opening from being judged.
  private final Map<AgencyId, UUID> lastJudged = new ConcurrentHashMap<>();
  private final Openings openings;
  private final Ends ends;
  private final JudgingAnew judging;
  private final After after;
  private final Transactions transactions;
  private final Clock clock;

  SettlingOpenings(
      Openings openings,
      Ends ends,
      JudgingAnew judging,
      After after,
      Transactions transactions,
      Clock clock) {
    this.openings = openings;
    this.ends = ends;
    this.judging = judging;
    this.after = after;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What follows an end. */
  @Component
  record After(Offers offers, Referring referring, WhoHears hears) {}

  @Scheduled(fixedDelayString = "${handrail.referral.sweep}")
  void sweep() {
    for (AgencyId agency : transactions.reading(ends::agencies)) {
      EACH.run(
          agency,
          () ->
              AgencyScope.as(agency)
                  .run(
                      () -> {
                        settleAll(agency);
                        judgeAll(agency);
                      }));
    }
  }

  private void settleAll(AgencyId agency) {
    for (UUID id : transactions.reading(() -> ends.unsettled(agency))) {
      EACH.run(id, () -> transactions.run(() -> settle(agency, id)));
    }
  }

  private void judgeAll(AgencyId agency) {
    UUID last = lastJudged.getOrDefault(agency, NONE);
    for (UUID id : transactions.reading(() -> openings.unjudged(agency, last))) {
      lastJudged.put(agency, id);
      if (!EACH_JUDGED.call(id, () -> judging.judgeAll(agency, id), true)) {
        return;
      }
    }
  }

  private void settle(AgencyId agency, UUID id) {
    openings.hold(id);
    Instant now = clock.instant();
    ends.settle(id, now)
        .ifPresent(
            end -> {
              Opening opening = openings.find(id).orElseThrow();
              openings.judged(id);
              after.offers().gone(id, now);
              opening.offers().stream()
                  .filter(offer -> offer.id().equals(end.offerId()))
                  .forEach(offer -> refer(agency, opening, offer));
            });
  }

  private void refer(AgencyId agency, Opening opening, Opening.Offer offer) {
    UUID client = opening.need().clientId();
    SubjectId by = after.hears().inWhoseName(agency, client, opening.openedBy());
    UUID referral = after.referring().send(opening.need(), offer.place(), agency, by);
    openings.referred(opening.id(), referral);
    after
        .hears()
        .ask(
            agency,
            client,
            opening.openedBy(),
            new Attention.Matter("opening-claimed", "referral", referral));
  }
}
