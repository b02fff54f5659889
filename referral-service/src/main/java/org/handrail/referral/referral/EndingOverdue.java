package org.handrail.referral.referral;

import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.referral.door.Door;
import org.handrail.referral.referral.door.WayBack;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Settles what is overdue: asks the door what the client's consents cover now, outside of any
 * transaction, and has it ended accordingly. What cannot be asked waits.
 */
@Component
class EndingOverdue {
  private static final Logger LOG = LoggerFactory.getLogger(EndingOverdue.class);

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
      try {
        AgencyScope.as(agency).run(() -> settleAll(agency));
      } catch (RuntimeException e) {
        LOG.atError()
            .setCause(e)
            .log("What is overdue could not be settled; the next sweep tries again");
      }
    }
  }

  private void settleAll(AgencyId agency) {
    for (UUID id : transactions.reading(() -> overdue.of(agency))) {
      if (!settle(id)) {
        return;
      }
    }
  }

  /** False when the door cannot be asked at present. */
  private boolean settle(UUID id) {
    Referral referral = transactions.reading(() -> referrals.find(id)).orElseThrow();
    Boolean heard = door.wayBack(ofAnswers(referral));
    if (heard == null) {
      return false;
    }
    if (!heard) {
      ending.findOut(id);
      return true;
    }
    Optional<NextOption.Option> next = ending.next(referral);
    Boolean covered = next.isEmpty() ? Boolean.FALSE : covered(referral, next.get().agency());
    if (covered == null) {
      return false;
    }
    ending.end(id, next.filter(option -> covered));
    return true;
  }

  private WayBack ofAnswers(Referral referral) {
    Referral.Request request = referral.asked();
    return new WayBack(
        request.clientId(), referral.receiver(), referral.purpose().name(), sender(referral));
  }

  /** Whether the referral would go to that agency as it is, and its answers come back. */
  private @Nullable Boolean covered(Referral referral, AgencyId agency) {
    Referral.Request request = referral.asked();
    WayBack.Answer answer =
        door.askWayBack(
            new WayBack(
                request.clientId(),
                agency,
                referral.purpose().name(),
                null,
                request.required(),
                sender(referral)));
    return answer == null ? null : answer.bothWays();
  }

  private OnBehalfOf sender(Referral referral) {
    return transactions.reading(() -> hears.inWhoseName(referral));
  }
}
