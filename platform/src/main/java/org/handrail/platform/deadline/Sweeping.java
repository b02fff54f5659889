package org.handrail.platform.deadline;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks now and then for deadlines that were reached, and has done what they are for. */
public class Sweeping {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
  private static final int AT_ONCE = 200;

  private final Deadlines deadlines;
  private final Map<String, WhenDue> kinds;
  private final Transactions transactions;
  private final Clock clock;

  Sweeping(Deadlines deadlines, List<WhenDue> all, Transactions transactions, Clock clock) {
    this.deadlines = deadlines;
    this.kinds = all.stream().collect(toUnmodifiableMap(WhenDue::kind, each -> each));
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Each in a transaction of its own: one that fails stays due, and the others go on. */
  @Scheduled(fixedDelayString = "${handrail.deadlines.sweep}")
  public void sweep() {
    var now = clock.instant();
    for (var due : transactions.reading(() -> deadlines.due(now, AT_ONCE))) {
      try {
        AgencyScope.as(due.agency()).run(() -> transactions.run(() -> meet(due)));
      } catch (RuntimeException e) {
        LOG.atError()
            .setCause(e)
            .addKeyValue("kind", due.kind())
            .addKeyValue("about", due.about())
            .log("What was due could not be done; the next sweep tries again");
      }
    }
  }

  private void meet(Deadlines.Due due) {
    var kind = kinds.get(due.kind());
    if (kind == null) {
      throw new IllegalStateException("nobody waits for " + due.kind());
    }
    // Whatever a step did before the lock was had is seen now: it may have dropped the deadline.
    kind.lock(due.agency(), due.about());
    if (deadlines.take(due, clock.instant())) {
      kind.due(due.agency(), due.about());
    }
  }
}
