package org.handrail.referral.choice;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Records which of the options the client chose. */
@Component
class Choosing {
  static final ProblemType ALREADY_CHOSEN =
      ProblemType.of("already-chosen", 409, "The client has chosen from these options");
  static final ProblemType CHOICE_NOT_POSSIBLE =
      ProblemType.of("choice-not-possible", 422, "The client cannot have chosen this here");

  private final OptionSets sets;
  private final Outbox outbox;
  private final Clock clock;

  Choosing(OptionSets sets, Outbox outbox, Clock clock) {
    this.sets = sets;
    this.outbox = outbox;
    this.clock = clock;
  }

  UUID choose(Recorder by, AgencyId agency, OptionSet set, UUID serviceId, ActForm form) {
    var act = form.recordedBy(by, clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (!set.presents(serviceId)) {
      throw Refusal.of(
          Problem.of(CHOICE_NOT_POSSIBLE)
              .error("/serviceId", "service-not-presented", "It is not among these options."));
    }
    if (set.choice() != null) {
      throw Refusal.of(ALREADY_CHOSEN);
    }
    sets.choose(set.id(), new OptionSet.Choice(serviceId, act));
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

  /** As others read it. */
  record OptionChosen(UUID clientId, UUID serviceId) {}
}
