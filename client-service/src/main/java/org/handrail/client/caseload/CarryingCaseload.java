package org.handrail.client.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.HandingOver;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.specialist.ReachingSpecialist;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.client.specialist.Specialists;
import org.handrail.client.specialist.WhenRejoining;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much somebody carries, and a supervisor who lets them carry more for a while (R22). */
@Component
class CarryingCaseload implements WhenRejoining {
  static final ProblemType OWN_CAP =
      ProblemType.of("own-cap", 409, "Somebody else must let you carry more");

  private final Caseloads caseloads;
  private final Availability availability;
  private final RosterSettings settings;
  private final LoadWeights weights;
  private final Tellers tellers;
  private final Clock clock;

  CarryingCaseload(
      Caseloads caseloads,
      Availability availability,
      RosterSettings settings,
      LoadWeights weights,
      Tellers tellers,
      Clock clock) {
    this.caseloads = caseloads;
    this.availability = availability;
    this.settings = settings;
    this.weights = weights;
    this.tellers = tellers;
    this.clock = clock;
  }

  /** Whom to look up and whom to tell when a client's wish takes somebody over the cap. */
  @Component
  record Tellers(HandingOver places, Specialists specialists, Attention attention) {}

  /** A client wants contact that often: nobody refuses, but a supervisor learns of too much. */
  UUID wants(ReachingClient.Reached client, String cadence, @Nullable ActForm form) {
    var weight = weights.weights().get(cadence);
    if (weight == null) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error(
                  "/cadence",
                  "unknown",
                  "One of %s.".formatted(String.join(", ", weights.cadences()))));
    }
    var agency = client.agency();
    var act = client.act(form, clock.instant().truncatedTo(ChronoUnit.MICROS));
    caseloads
        .chosen(agency, client.id())
        .map(Caseloads.Chosen::act)
        .ifPresent(
            last -> act.notBefore(last.at(), "before-wish", "They chose otherwise after that."));
    caseloads.setWeight(agency, client.id(), cadence, weight, act);
    tellers
        .places()
        .primary(client)
        .flatMap(subject -> tellers.specialists().of(agency, subject))
        .filter(
            specialist ->
                caseloads
                        .carried(agency, specialist.subject())
                        .compareTo(availability.cap(agency, specialist))
                    > 0)
        .ifPresent(
            specialist ->
                tellers
                    .attention()
                    .ask(
                        agency,
                        Role.SUPERVISOR,
                        new Attention.Matter(
                            "caseload-over-cap", "specialist", specialist.id().value())));
    return client.id().value();
  }

  UUID raise(ReachingSpecialist.Reached of, int extra, LocalDate until, String words) {
    if (of.isOneself()) {
      throw Refusal.of(OWN_CAP);
    }
    of.requireOnRoster();
    ActTimes.requirePlanned("/until", until, settings.today(of.agency()));
    return caseloads.raise(
        of.agency(),
        of.id(),
        extra,
        until,
        words,
        of.by().subject(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** Whoever comes back to the roster carries what everybody does. */
  @Override
  public void rejoins(AgencyId agency, SpecialistId who, SubjectId subject) {
    caseloads.endRaises(agency, who, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
