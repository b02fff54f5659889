package org.handrail.client.consent.treating;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.consent.JudgingReferralsAnew;
import org.handrail.client.consent.treating.TreatingView.Acceptance;
import org.handrail.client.ledger.ChainHead;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A provider comes to treat the client: it takes the client's agreement and the provider's
 * acceptance, and only then does a consent for those who treat the client reach it (P2-TPR-1).
 */
@Component
class Treating {
  static final ProblemType CANNOT_TREAT =
      ProblemType.of("cannot-treat", 422, "This party can never be a treating provider");
  static final ProblemType ALREADY_SO =
      ProblemType.of("treating-already-so", 409, "That is on record already");

  private final TreatingRelationships relationships;
  private final Parties parties;
  private final Ledger ledger;
  private final JudgingReferralsAnew judging;
  private final Clock clock;

  Treating(
      TreatingRelationships relationships,
      Parties parties,
      Ledger ledger,
      JudgingReferralsAnew judging,
      Clock clock) {
    this.relationships = relationships;
    this.parties = parties;
    this.ledger = ledger;
    this.judging = judging;
    this.clock = clock;
  }

  /** A relationship under the lock of its client's chain. */
  record Held(Reached reached, ChainHead head, TreatingView relationship) {
    UUID id() {
      return relationship.id();
    }
  }

  UUID propose(Reached reached, PartyId provider, @Nullable ActForm agreement) {
    if (!parties.byId(provider).canTreat()) {
      throw Refusal.of(CANNOT_TREAT);
    }
    var head = ledger.lock(reached.agency(), reached.id());
    var now = head.now(clock);
    var id =
        relationships.propose(
            reached.agency(),
            reached.id(),
            provider,
            reached.by().subject(),
            now,
            agreement == null ? null : agreement.recordedBy(reached.recorder(), now));
    ledger.decided(head, now);
    return id;
  }

  Held hold(Reached reached, UUID id) {
    var head = ledger.lock(reached.agency(), reached.id());
    return new Held(
        reached,
        head,
        relationships.find(reached.agency(), reached.id(), id).orElseThrow(NotFound::new));
  }

  UUID agree(Held held, ActForm act) {
    refuseIf(held.relationship().act() != null || held.relationship().endedAt() != null);
    var now = held.head().now(clock);
    var agreed =
        act.recordedBy(held.reached().recorder(), now)
            .notSignedBefore(
                held.relationship().proposedAt(),
                "before-proposal",
                "Nobody had proposed it yet then.");
    relationships.agree(held.reached().agency(), held.id(), agreed);
    begins(held, held.relationship().acceptedAt() != null, now);
    return held.id();
  }

  UUID accept(Held held, Acceptance acceptance, Instant at) {
    refuseIf(held.relationship().acceptedAt() != null || held.relationship().endedAt() != null);
    var now = held.head().now(clock);
    ActTimes.requirePast("/at", at, now);
    relationships.accept(
        held.reached().agency(),
        held.id(),
        acceptance,
        ActTimes.byOurClock(at, now).truncatedTo(ChronoUnit.MICROS),
        held.reached().by().subject(),
        now);
    begins(held, held.relationship().act() != null, now);
    return held.id();
  }

  // What waited for it need not wait for the next consent.
  private void begins(Held held, boolean bothSidesWant, Instant now) {
    ledger.decided(held.head(), now);
    if (bothSidesWant) {
      judging.judge(held.head());
    }
  }

  UUID end(Held held) {
    refuseIf(held.relationship().endedAt() != null);
    var now = held.head().now(clock);
    relationships.end(held.reached().agency(), held.id(), held.reached().by().subject(), now);
    ledger.decided(held.head(), now);
    return held.id();
  }

  private static void refuseIf(boolean so) {
    if (so) {
      throw Refusal.of(ALREADY_SO);
    }
  }
}
