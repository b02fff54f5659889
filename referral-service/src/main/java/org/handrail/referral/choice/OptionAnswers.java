package org.handrail.referral.choice;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.gap.Unmet;
import org.handrail.referral.gap.UnmetNeeds;
import org.springframework.stereotype.Component;

/** Records what clients do with options besides choosing one, and asks them for no reason. */
@Component
class OptionAnswers {
  static final ProblemType ANSWER_DEFICIENT =
      ProblemType.of("answer-deficient", 422, "The client cannot have answered like this");
  static final ProblemType ALREADY_ANSWERED =
      ProblemType.of("already-answered", 409, "The client has answered these options");

  private final ClientsWishes wishes;
  private final UnmetNeeds unmet;
  private final Clock clock;

  OptionAnswers(ClientsWishes wishes, UnmetNeeds unmet, Clock clock) {
    this.wishes = wishes;
    this.unmet = unmet;
    this.clock = clock;
  }

  /** None of these, which counts as a need that was not met; they may still choose one later. */
  UUID none(Recorder by, AgencyId agency, OptionSet set, ActForm form) {
    var act = set.answeredBy(form.recordedBy(by, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    if (set.choice() != null || wishes.none(set.id()).isPresent()) {
      throw Refusal.of(ALREADY_ANSWERED);
    }
    wishes.addNone(agency, set.id(), act);
    unmet.note(agency, set.clientId(), set.id(), set.need(), set.serviceIds(), Unmet.NONE_FITS);
    return set.id();
  }

  /** They go there by themselves: whatever they are given, nothing is told to anybody. */
  UUID goByThemselves(Recorder by, AgencyId agency, OptionSet set, UUID service, ActForm form) {
    var act = set.answeredBy(form.recordedBy(by, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    if (!set.presents(service)) {
      throw Refusal.of(
          Problem.of(ANSWER_DEFICIENT)
              .error("/serviceId", "service-not-presented", "It is not among these options."));
    }
    var id = UUID.randomUUID();
    wishes.addSelfReferral(agency, set, new ClientsWishes.SelfReferral(id, set.id(), service, act));
    return id;
  }
}
