package org.handrail.client.promise;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a promise, says what became of it, and reminds when its time has come: whoever made it, or
 * who is there for the client now.
 */
@Component
class KeepingPromises implements WhenDue {
  static final ProblemType PROMISE_ENDED =
      ProblemType.of("promise-ended", 409, "What became of this promise is on record");

  private static final Duration AFTER_A_DEATH = Duration.ofDays(1);

  private final Promises promises;
  private final WhoWalksWithThem whoWalks;
  private final Deadlines deadlines;
  private final Attention attention;
  private final Clock clock;

  KeepingPromises(
      Promises promises,
      WhoWalksWithThem whoWalks,
      Deadlines deadlines,
      Attention attention,
      Clock clock) {
    this.promises = promises;
    this.whoWalks = whoWalks;
    this.deadlines = deadlines;
    this.attention = attention;
    this.clock = clock;
  }

  /** A promise of a client whom the caller may reach. */
  record Found(Reached reached, Promise promise) {}

  Found find(Reached reached, UUID id) {
    return new Found(
        reached, promises.find(reached.agency(), reached.id(), id).orElseThrow(NotFound::new));
  }

  /** As {@link #find}; of two who change it at once, by whichever record, one waits. */
  Found findToChange(Reached reached, UUID id) {
    promises.lock(reached.agency(), reached.id(), id);
    return find(reached, id);
  }

  UUID make(Reached to, String words, Instant dueAt) {
    var now = now();
    ActTimes.requirePlanned("/dueAt", dueAt, now);
    var promise =
        new Promise(
            UUID.randomUUID(),
            to.id().value(),
            to.by().subject().value(),
            words,
            dueAt,
            Promise.Status.OPEN,
            now,
            null,
            1);
    promises.add(to.agency(), promise);
    deadlines.set(to.agency(), kind(), promise.id(), promise.dueAt());
    return promise.id();
  }

  UUID end(Found found, long seen, Promise.Status as, @Nullable String note) {
    var promise = open(found, seen);
    promises.change(found.reached().agency(), promise.ended(as, note), null);
    deadlines.drop(found.reached().agency(), kind(), promise.id());
    return promise.id();
  }

  /** Another time, which the client agreed to. */
  UUID renegotiate(
      Found found, long seen, Instant dueAt, @Nullable String note, ActForm agreement) {
    var promise = open(found, seen);
    var now = now();
    ActTimes.requirePlanned("/dueAt", dueAt, now);
    RecordedAct act =
        agreement
            .recordedBy(found.reached().recorder(), now)
            .notBefore(promise.madeAt(), "before-promise", "Nothing was promised yet then.");
    var later = promise.dueAt(dueAt, note);
    promises.change(found.reached().agency(), later, act);
    deadlines.set(found.reached().agency(), kind(), later.id(), later.dueAt());
    return later.id();
  }

  @Override
  public String kind() {
    return "promise-due";
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    promises
        .find(agency, about)
        .filter(Promise::isOpen)
        .ifPresent(promise -> remind(agency, promise));
  }

  private void remind(AgencyId agency, Promise promise) {
    var client = new ClientId(promise.clientId());
    if (whoWalks.hasDied(agency, client)) {
      // It may turn out to have been a mistake.
      deadlines.set(agency, kind(), promise.id(), now().plus(AFTER_A_DEATH));
      return;
    }
    var matter = new Attention.Matter(kind(), "promise", promise.id());
    whoWalks
        .with(agency, client, new SubjectId(promise.specialist()))
        .ifPresentOrElse(
            whom -> attention.ask(agency, whom, matter),
            () -> attention.ask(agency, Role.SUPERVISOR, matter));
  }

  private static Promise open(Found found, long seen) {
    Versions.require(seen, found.promise().version());
    if (!found.promise().isOpen()) {
      throw Refusal.of(PROMISE_ENDED);
    }
    return found.promise();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
