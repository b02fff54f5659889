package org.handrail.client.consent.restriction;

import java.time.Clock;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.consent.JudgingReferralsAnew;
import org.handrail.client.consent.ReleaseRequest;
import org.handrail.client.ledger.PersonsChains;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.client.party.Standing;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A client asks that somebody learns nothing; the privacy officer decides, except where the law has
 * decided already (P2-RGT-1).
 */
@Component
class Restricting {
  static final ProblemType NOT_A_HEALTH_PLAN =
      ProblemType.of(
          "not-a-health-plan", 422, "Only towards a health plan does paying in full bind");
  static final ProblemType ALREADY_DECIDED =
      ProblemType.of("restriction-decided", 409, "The restriction was decided already");
  static final ProblemType NOT_IN_FORCE =
      ProblemType.of("restriction-not-in-force", 409, "The restriction is not in force");

  private final Restrictions restrictions;
  private final ReachingClient reaching;
  private final Parties parties;
  private final PersonsChains chains;
  private final JudgingReferralsAnew judging;
  private final Attention attention;
  private final Clock clock;

  Restricting(
      Restrictions restrictions,
      ReachingClient reaching,
      Parties parties,
      PersonsChains chains,
      JudgingReferralsAnew judging,
      Attention attention,
      Clock clock) {
    this.restrictions = restrictions;
    this.reaching = reaching;
    this.parties = parties;
    this.chains = chains;
    this.judging = judging;
    this.attention = attention;
    this.clock = clock;
  }

  /** A restriction under the lock of its client's chains: nothing is released meanwhile. */
  record Held(Person by, PersonsChains.Held chains, RestrictionView restriction) {}

  /** The same for whoever is at the client's side. */
  record Ending(Reached reached, Held held) {}

  UUID ask(Reached reached, PartyId recipient, boolean paidInFull, ActForm form) {
    var known = parties.known("/recipient", recipient);
    // Nothing here would keep what the agency does within itself from it.
    ReleaseRequest.requireAnother(reached.agency().value(), recipient.value());
    if (paidInFull && !known.is(Standing.HEALTH_PLAN)) {
      throw Refusal.of(NOT_A_HEALTH_PLAN);
    }
    var held = chains.lock(reached.agency(), reached.id());
    var now = held.now(clock);
    var id =
        restrictions.add(
            reached.agency(),
            reached.id(),
            recipient,
            paidInFull,
            form.recordedBy(reached.recorder(), now));
    if (paidInFull) {
      chains.decided(held, now);
    } else {
      toDecide(attention, reached.agency(), reached.id());
    }
    return id;
  }

  static void toDecide(Attention attention, AgencyId agency, ClientId of) {
    attention.ask(
        agency,
        Role.PRIVACY_OFFICER,
        new Attention.Matter("restriction-asked", "client", of.value()));
  }

  Held reachToDecide(Person person, UUID client, UUID id) {
    return hold(person, reaching.reachToDecide(person, client), id);
  }

  Ending reachToEnd(Reached reached, UUID id) {
    return new Ending(reached, hold(reached.by(), reached.id(), id));
  }

  private Held hold(Person person, ClientId client, UUID id) {
    var held = chains.lock(person.agency(), client);
    return new Held(
        person, held, restrictions.find(person.agency(), client, id).orElseThrow(NotFound::new));
  }

  UUID decide(Held held, boolean granted, @Nullable String reason) {
    if (!held.restriction().status().equals("asked")) {
      throw Refusal.of(ALREADY_DECIDED);
    }
    if (!granted && reason == null) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/reason", "missing", "The client must hear why it is refused."));
    }
    var now = held.chains().now(clock);
    restrictions.decide(
        held.by().agency(), held.restriction().id(), granted, reason, held.by().subject(), now);
    chains.decided(held.chains(), now);
    return held.restriction().id();
  }

  UUID end(Ending ending, ActForm form) {
    var held = ending.held();
    var id = held.restriction().id();
    if (!held.restriction().status().equals("granted")) {
      throw Refusal.of(NOT_IN_FORCE);
    }
    var now = held.chains().now(clock);
    var act =
        form.recordedBy(ending.reached().recorder(), now)
            .notBefore(
                held.restriction().act().at(),
                "before-restriction",
                "The restriction was not asked for yet then.");
    restrictions.end(held.by().agency(), id, act);
    chains.decided(held.chains(), now);
    judging.judge(held.chains().head());
    held.chains().others().forEach(judging::judge);
    return id;
  }
}
