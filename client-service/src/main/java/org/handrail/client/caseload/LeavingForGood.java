package org.handrail.client.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.client.caseload.Caseloads.Held;
import org.handrail.client.client.HandingOver;
import org.handrail.client.specialist.KeepingRoster;
import org.handrail.client.specialist.ReachingSpecialist;
import org.handrail.client.specialist.ReachingSpecialist.Reached;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * A specialist leaves for good, and is at nobody's side any more; first each of their clients has
 * somebody else (R22).
 */
@Component
class LeavingForGood {
  static final ProblemType PLACES_HELD =
      ProblemType.of("places-held", 409, "Some clients still have this specialist at their side");

  private final ReachingSpecialist specialists;
  private final Caseloads caseloads;
  private final Leaves leaves;
  private final HandingOver handing;
  private final KeepingRoster roster;
  private final RosterSettings settings;
  private final TellingOfGoing telling;

  LeavingForGood(
      ReachingSpecialist specialists,
      Caseloads caseloads,
      Leaves leaves,
      HandingOver handing,
      KeepingRoster roster,
      RosterSettings settings,
      TellingOfGoing telling) {
    this.specialists = specialists;
    this.caseloads = caseloads;
    this.leaves = leaves;
    this.handing = handing;
    this.roster = roster;
    this.settings = settings;
    this.telling = telling;
  }

  /**
   * Each record, also one that was merged or of somebody who has left, goes on with whoever else is
   * at its side and there.
   *
   * <p>As everywhere, clients are held before the specialist is: who was given one more meanwhile
   * goes another time.
   *
   * @throws Refusal {@code places-held} naming those at whose side nobody else is, or to whose side
   *     they came just now; {@code not-on-roster} when they have left already
   */
  UUID leave(Reached seen) {
    var known = held(seen).stream().map(Held::client).toList();
    handing.hold(seen.agency(), known);
    var of = specialists.reachWithClients(seen.by(), seen.id().value());
    of.requireOnRoster();
    var today = settings.today(of.agency());
    // Of two who stand in for each other, one goes.
    leaves.alone(of.agency());
    var held = held(of);
    var needed =
        held.stream()
            .filter(
                place -> !known.contains(place.client()) || standingIn(of, place, today).isEmpty())
            .map(place -> place.client().value())
            .toList();
    if (!needed.isEmpty()) {
      throw Refusal.of(Problem.of(PLACES_HELD).with("clientIds", needed));
    }
    held.forEach(place -> goFrom(of, place, today));
    roster.leave(of);
    telling.gone(of.agency(), of.id(), of.specialist().subject());
    return of.id().value();
  }

  private void goFrom(Reached of, Held place, LocalDate today) {
    var next = standingIn(of, place, today).getFirst().subject();
    handing.leaves(of.by(), place.client(), of.specialist().subject(), next);
    if (place.relation() == Relation.PRIMARY) {
      telling.standsIn(of.agency(), next, place.client().value());
    }
  }

  private List<Held> held(Reached of) {
    return caseloads.held(of.agency(), of.specialist().subject());
  }

  private List<Leaves.Standing> standingIn(Reached of, Held place, LocalDate today) {
    return leaves.standingIn(of.agency(), of.specialist().subject(), place.client(), today);
  }
}
