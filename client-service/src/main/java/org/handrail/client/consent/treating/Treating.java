package org.handrail.client.consent.treating;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.consent.JudgingReferralsAnew;
import org.handrail.client.consent.treating.TreatingView.Acceptance;
import org.handrail.client.ledger.PersonsChains;
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
  private final PersonsChains chains;
  private final JudgingReferralsAnew judging;
  private final Clock clock;

  Treating(
      TreatingRelationships relationships,
      Parties parties,
      PersonsChains chains,
      JudgingReferralsAnew judging,
      Clock clock) {
    this.relationships = relationships;
    this.parties = parties;
    this.chains = chains;
    this.judging = judging;
    this.clock = clock;
  }

  /** A relationship under the lock of its client's chains: nothing is released meanwhile. */
  record Held(Reached reached, PersonsChains.Held chains, TreatingView relationship) {
    UUID id() {
      return relationship.id();
    }
  }

  /** One that has not ended is there once: whoever ends it ends it. */
  UUID propose(Reached reached, PartyId provider, @Nullable ActForm agreement) {
    if (!parties.byId(provider).canTreat()) {
      throw Refusal.of(CANNOT_TREAT);
    }
    var held = chains.lock(reached.agency(), reached.id());
    refuseIf(relationships.isOpen(reached.agency(), reached.id(), provider));
    var now = held.now(clock);
    var id =
        relationships.propose(
            reached.agency(),
            reached.id(),
            provider,
            reached.by().subject(),
            now,
            agreement == null ? null : agreement.recordedBy(reached.recorder(), now));
    chains.decided(held, now);
    return id;
  }

  Held hold(Reached reached, UUID id) {
    var held = chains.lock(reached.agency(), reached.id());
    return new Held(
        reached,
        held,
        relationships.find(reached.agency(), reached.id(), id).orElseThrow(NotFound::new));
  }

  UUID agree(Held held, ActForm act) {
    refuseIf(held.relationship().act() != null || held.relationship().endedAt() != null);
    var now = held.chains().now(clock);
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
    var now = held.chains().now(clock);
    ActTimes.requirePast("/at", at, now);
    relationships.accept(
        held.reached().agency(),
        held.id(),
        acceptance,
        ActTimes.byOurClock(at, now),
        held.reached().by().subject(),
        now);
    begins(held, held.relationship().act() != null, now);
    return held.id();
  }

  // What waited for it need not wait for the next consent.
  private void begins(Held held, boolean bothSidesWant, Instant now) {
    chains.decided(held.chains(), now);
    if (bothSidesWant) {
      judging.judge(held.chains().head());
    }
  }

  /** The provider treats the person no more, on whichever records of theirs that stands. */
  UUID end(Held held) {
    refuseIf(held.relationship().endedAt() != null);
    var now = held.chains().now(clock);
    relationships.end(
        held.reached().agency(),
        held.reached().id(),
        new PartyId(held.relationship().provider()),
        held.reached().by().subject(),
        now);
    chains.decided(held.chains(), now);
    return held.id();
  }

  private static void refuseIf(boolean so) {
    if (so) {
      throw Refusal.of(ALREADY_SO);
    }
  }
}
