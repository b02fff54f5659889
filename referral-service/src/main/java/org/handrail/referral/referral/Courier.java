package org.handrail.referral.referral;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.referral.door.Door;
import org.handrail.referral.referral.door.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes what waits to the door, one thing at a time for each agency and in its order, and writes
 * down what the door said.
 *
 * <p>The rows are the work: being woken only saves waiting for the next sweep. No transaction is
 * open while the door is asked; what was said is written under the referral's lock, once.
 */
@Component
class Courier implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final UUID me = UUID.randomUUID();
  private final ConcurrentMap<AgencyId, Boolean> again = new ConcurrentHashMap<>();
  private final Crossings crossings;
  private final Carrying carrying;
  private final Lanes lanes;
  private final Door door;
  private final Transactions transactions;
  private final Clock clock;
  private volatile boolean running;

  Courier(
      Crossings crossings,
      Carrying carrying,
      Lanes lanes,
      Door door,
      Transactions transactions,
      Clock clock) {
    this.crossings = crossings;
    this.carrying = carrying;
    this.lanes = lanes;
    this.door = door;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Goes to work for this agency as soon as the open transaction has committed. */
  void wakeAfterCommit(AgencyId agency) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wake(agency);
          }
        });
  }

  /** Finds what a dead instance or a full stop left behind. */
  @Scheduled(fixedDelayString = "${handrail.referral.sweep}")
  void sweep() {
    if (running) {
      transactions.reading(crossings::agencies).forEach(this::wake);
    }
  }

  private void wake(AgencyId agency) {
    // Whoever is at work for the agency looks once more before it ends.
    if (running && again.put(agency, true) == null) {
      Thread.ofVirtual().name("courier-" + agency).start(() -> work(agency));
    }
  }

  private void work(AgencyId agency) {
    try {
      while (running) {
        if (again.replace(agency, true, false)) {
          AgencyScope.as(agency).run(() -> rounds(agency));
        } else if (again.remove(agency, false)) {
          return;
        }
      }
      again.remove(agency);
    } catch (RuntimeException | Error e) {
      // Whatever it is: an agency that counted as being worked for would wait until a restart.
      again.remove(agency);
      LOG.atError()
          .setCause(e)
          .log("What waits for the door could not be carried; the next sweep tries again");
    }
  }

  private void rounds(AgencyId agency) {
    carrying.announceArrivals(agency);
    if (!lanes.hold(agency, me)) {
      return;
    }
    int pauses = -1;
    try {
      while (running && pauses < 0 && lanes.hold(agency, me)) {
        Optional<Crossings.Waiting> next =
            transactions.reading(() -> crossings.next(agency, clock.instant()));
        if (next.isEmpty()) {
          break;
        }
        pauses = carry(agency, next.get()) ? -1 : lanes.failures(agency);
      }
    } finally {
      if (pauses < 0) {
        lanes.leave(agency, me);
      } else {
        lanes.pause(agency, me, pauses);
      }
    }
  }

  /** False when the door cannot be asked at present, so that nothing else need be tried. */
  private boolean carry(AgencyId agency, Crossings.Waiting waiting) {
    if (carrying.isTakenBack(agency, waiting)) {
      return true;
    }
    var question = carrying.question(agency, waiting);
    if (question.isEmpty()) {
      carrying.postpone(waiting);
      return true;
    }
    Verdict verdict = door.ask(question.get());
    return switch (verdict) {
      case Verdict.Unknown(boolean mayHaveHeard) -> {
        if (!mayHaveHeard) {
          carrying.wasNotHeard(waiting);
        }
        yield false;
      }
      case Verdict.Senseless senseless -> {
        LOG.atError()
            .addKeyValue("referral", waiting.referralId())
            .addKeyValue("status", senseless.status())
            .log("The door has no answer to a question that makes sense; it waits, others go on");
        if (senseless.isTurnedAway()) {
          carrying.wasNotHeard(waiting);
        }
        if (senseless.isFailure()) {
          carrying.postpone(waiting);
        } else {
          carrying.notUnderstood(agency, waiting);
        }
        yield true;
      }
      case Verdict.Released released -> {
        carrying.released(agency, waiting, released).ifPresent(this::wake);
        lanes.answered(agency);
        yield true;
      }
      case Verdict.Denied denied -> {
        carrying.denied(agency, waiting, denied);
        lanes.answered(agency);
        yield true;
      }
    };
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
