package org.handrail.client.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.specialist.ReachingSpecialist.Reached;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.client.specialist.WhenRejoining;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A specialist pauses; first each of their clients has somebody else, and nobody asks why (R22).
 */
@Component
class BeingAway implements WhenRejoining {
  static final ProblemType WITHOUT_BACKUP =
      ProblemType.of("clients-without-backup", 409, "Some clients would have nobody");
  static final ProblemType AWAY = ProblemType.of("away-already", 409, "They are away already");
  static final ProblemType NOT_AWAY = ProblemType.of("not-away", 409, "They are not away");

  private final Caseloads caseloads;
  private final Leaves leaves;
  private final RosterSettings settings;
  private final LeaveEvents events;
  private final TellingOfGoing telling;
  private final Clock clock;

  BeingAway(
      Caseloads caseloads,
      Leaves leaves,
      RosterSettings settings,
      LeaveEvents events,
      TellingOfGoing telling,
      Clock clock) {
    this.caseloads = caseloads;
    this.leaves = leaves;
    this.settings = settings;
    this.events = events;
    this.telling = telling;
    this.clock = clock;
  }

  /**
   * From today on.
   *
   * @param until the last day, within a year; without, until somebody says that it ended
   */
  UUID begin(Reached of, @Nullable LocalDate until) {
    of.requireOnRoster();
    var agency = of.agency();
    var subject = of.specialist().subject();
    var today = settings.today(agency);
    if (until != null) {
      ActTimes.requirePlanned("/until", until, today);
    }
    // Of two who stand in for each other, one goes.
    leaves.alone(agency);
    if (leaves.isAway(agency, subject, today)) {
      throw Refusal.of(AWAY);
    }
    var clients =
        caseloads.places(agency, subject).stream().map(Caseloads.Place::clientId).toList();
    refuse(
        WITHOUT_BACKUP,
        clients.stream().filter(client -> standingIn(of, client, today).isEmpty()).toList());
    endOpen(agency, subject);
    UUID id =
        leaves.begin(
            agency,
            of.specialist(),
            today,
            until,
            of.by().subject(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    events.away(
        agency, id, subject, until == null ? null : settings.beginOf(agency, until.plusDays(1)));
    clients.forEach(client -> tell(of, client, today));
    telling.gone(agency, of.id(), subject);
    return id;
  }

  UUID end(Reached of) {
    var open =
        leaves.open(of.agency(), of.specialist().subject()).orElseThrow(() -> Refusal.of(NOT_AWAY));
    end(of.agency(), of.specialist().subject(), open);
    return open.id();
  }

  /** Whoever comes back to the roster is there. */
  @Override
  public void rejoins(AgencyId agency, SpecialistId who, SubjectId subject) {
    endOpen(agency, subject);
  }

  private void end(AgencyId agency, SubjectId subject, Leaves.Leave leave) {
    leaves.end(agency, leave.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    events.back(agency, leave.id(), subject);
  }

  private void endOpen(AgencyId agency, SubjectId subject) {
    leaves.open(agency, subject).ifPresent(past -> end(agency, subject, past));
  }

  private List<Leaves.Standing> standingIn(Reached away, UUID client, LocalDate today) {
    return leaves.standingIn(
        away.agency(), away.specialist().subject(), new ClientId(client), today);
  }

  private void tell(Reached of, UUID client, LocalDate today) {
    var isPrimary =
        caseloads.places(of.agency(), of.specialist().subject()).stream()
            .anyMatch(
                place -> place.clientId().equals(client) && place.relation() == Relation.PRIMARY);
    if (isPrimary) {
      standingIn(of, client, today)
          .forEach(other -> telling.standsIn(of.agency(), other.subject(), client));
    }
  }

  private static void refuse(ProblemType type, List<UUID> clients) {
    if (!clients.isEmpty()) {
      throw Refusal.of(Problem.of(type).with("clientIds", clients));
    }
  }
}
