package org.handrail.referral.referral;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.ByItself;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.referral.door.Door;
import org.handrail.referral.referral.door.WayBack;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Settles what is overdue: asks the door what the client's consents cover now, outside of any
 * transaction, and has it ended accordingly. What cannot be asked waits, also while nobody is at
 * the client's side in whose name it could be, or the door knows already that who would ask has
 * left.
 */
@Component
class EndingOverdue {
  private static final ByItself EACH =
      new ByItself(
          LoggerFactory.getLogger(EndingOverdue.class),
          "What is overdue could not be settled; the next sweep tries again");
  private static final UUID NONE = new UUID(0, 0);

  // What cannot be settled for long, or is never answered, keeps nothing else waiting.
  private final Map<AgencyId, UUID> lastLookedAt = new ConcurrentHashMap<>();
  private final Overdue overdue;
  private final Referrals referrals;
  private final Ending ending;
  private final Door door;
  private final WhoHears hears;
  private final Transactions transactions;

  EndingOverdue(
      Overdue overdue,
      Referrals referrals,
      Ending ending,
      Door door,
      WhoHears hears,
      Transactions transactions) {
    this.overdue = overdue;
    this.referrals = referrals;
    this.ending = ending;
    this.door = door;
    this.hears = hears;
    this.transactions = transactions;
  }

  @Scheduled(fixedDelayString = "${handrail.referral.sweep}")
  void sweep() {
    for (AgencyId agency : transactions.reading(overdue::agencies)) {
      EACH.run(agency, () -> AgencyScope.as(agency).run(() -> settleAll(agency)));
    }
  }

  private void settleAll(AgencyId agency) {
    UUID last = lastLookedAt.getOrDefault(agency, NONE);
    for (UUID id : transactions.reading(() -> overdue.of(agency, last))) {
      lastLookedAt.put(agency, id);
      if (!EACH.call(id, () -> settle(id), true)) {
        return;
      }
    }
  }

  /** False when the door cannot be asked at present. */
  private boolean settle(UUID id) {
    Referral referral = transactions.reading(() -> referrals.find(id)).orElseThrow();
    Optional<OnBehalfOf> who = transactions.reading(() -> hears.whoIsThere(referral));
    if (who.isEmpty()) {
      ending.waitForSomebody(id);
      return true;
    }
    WayBack.Answer heard = door.askWayBack(ofAnswers(referral, who.get()));
    if (heard == null || heard.isOfStranger()) {
      return heard != null;
    }
    if (!heard.open()) {
      ending.findOut(id);
      return true;
    }
    Optional<Receivers.Taker> next = ending.next(referral);
    if (next.isEmpty()) {
      ending.end(id, next);
      return true;
    }
    WayBack.Answer there = door.askWayBack(ofBoth(referral, next.get().agency(), who.get()));
    if (there == null || there.isOfStranger()) {
      return there != null;
    }
    ending.end(id, next.filter(option -> there.bothWays()));
    return true;
  }

  private static WayBack ofAnswers(Referral referral, OnBehalfOf who) {
    return new WayBack(
        referral.asked().clientId(), referral.receiver(), referral.purpose().name(), who);
  }

  /** Whether the referral would go to that agency as it is, and its answers come back. */
  private static WayBack ofBoth(Referral referral, AgencyId agency, OnBehalfOf who) {
    Referral.Request request = referral.asked();
    return new WayBack(
        request.clientId(), agency, referral.purpose().name(), null, request.required(), who);
  }
}
