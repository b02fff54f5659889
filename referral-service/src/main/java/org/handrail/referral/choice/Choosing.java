package org.handrail.referral.choice;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
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
  static final ProblemType ACT_DEFICIENT =
      ProblemType.of("act-deficient", 422, "This cannot have been an act of the client");

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

  private final OptionSets sets;
  private final Outbox outbox;
  private final Clock clock;

  Choosing(OptionSets sets, Outbox outbox, Clock clock) {
    this.sets = sets;
    this.outbox = outbox;
    this.clock = clock;
  }

  UUID choose(Person by, OptionSet set, UUID serviceId, Act act) {
    if (act.at().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
      throw refusal("/act/at", "act-in-future", "it has not happened yet");
    }
    boolean self = by.roles().contains(Role.CLIENT);
    if (self != (act.kind() == Act.Kind.OWN_SIGN_IN)) {
      throw refusal("/act/kind", "act-not-theirs", "only the client signs in as the client");
    }
    if (!set.presents(serviceId)) {
      throw refusal("/serviceId", "service-not-presented", "it is not among these options");
    }
    if (set.choice() != null) {
      throw Refusal.of(ALREADY_CHOSEN);
    }
    sets.choose(set.id(), new OptionSet.Choice(serviceId, act, by.subject().value()));
    outbox.append(
        new AggregateEvent(
            "handrail.referral.v1",
            "org.handrail.option.chosen.v1",
            set.id(),
            set.version() + 1,
            by.agency(),
            new OptionChosen(set.clientId(), serviceId)));
    return set.id();
  }

  /** As others read it. */
  record OptionChosen(UUID clientId, UUID serviceId) {}

  private static Refusal refusal(String pointer, String code, String detail) {
    return Refusal.of(Problem.of(ACT_DEFICIENT).error(pointer, code, detail));
  }
}
