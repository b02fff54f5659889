package org.handrail.referral.choice;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.gap.UnmetNeeds;
import org.springframework.stereotype.Component;

/** Records which of the options the client chose. */
@Component
class Choosing {
  static final ProblemType ALREADY_CHOSEN =
      ProblemType.of("already-chosen", 409, "The client has chosen from these options");
  static final ProblemType CHOICE_NOT_POSSIBLE =
      ProblemType.of("choice-not-possible", 422, "The client cannot have chosen this here");

  private final OptionSets sets;
  private final MergedRecords merged;
  private final PersonsNeeds needs;
  private final EarlierChoices earlier;
  private final UnmetNeeds unmet;
  private final Outbox outbox;
  private final Clock clock;

  Choosing(
      OptionSets sets,
      MergedRecords merged,
      PersonsNeeds needs,
      EarlierChoices earlier,
      UnmetNeeds unmet,
      Outbox outbox,
      Clock clock) {
    this.sets = sets;
    this.merged = merged;
    this.needs = needs;
    this.earlier = earlier;
    this.unmet = unmet;
    this.outbox = outbox;
    this.clock = clock;
  }

  UUID choose(
      Recorder by, AgencyId agency, OptionSet set, UUID serviceId, List<UUID> next, ActForm form) {
    merged.requireUnmerged(set.clientId());
    var act = set.answeredBy(form.recordedBy(by, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    check(set, serviceId, next);
    if (set.choice() != null) {
      throw Refusal.of(ALREADY_CHOSEN);
    }
    PersonsNeeds.Held need = needs.hold(set.clientId(), set.need());
    sets.choose(set.id(), new OptionSet.Choice(serviceId, next, act));
    unmet.met(set.id());
    earlier.giveWay(agency, need);
    outbox.append(
        new AggregateEvent(
            "handrail.referral.v1",
            "org.handrail.option.chosen.v1",
            set.id(),
            set.version() + 1,
            agency,
            new OptionChosen(set.clientId(), serviceId)));
    return set.id();
  }

  private static void check(OptionSet set, UUID serviceId, List<UUID> next) {
    Problem problem = Problem.of(CHOICE_NOT_POSSIBLE);
    if (!set.presents(serviceId)) {
      problem =
          problem.error("/serviceId", "service-not-presented", "It is not among these options.");
    }
    var seen = new HashSet<UUID>(Set.of(serviceId));
    for (int i = 0; i < next.size(); i++) {
      if (!set.presents(next.get(i))) {
        problem =
            problem.error("/next/" + i, "service-not-presented", "It is not among these options.");
      } else if (!seen.add(next.get(i))) {
        problem = problem.error("/next/" + i, "service-twice", "It was chosen already.");
      }
    }
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
  }

  /** As others read it. */
  record OptionChosen(UUID clientId, UUID serviceId) {}
}
