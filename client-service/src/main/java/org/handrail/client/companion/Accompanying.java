package org.handrail.client.companion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.companion.CompanionsApi.NewShift;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problem.Fault;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From a companion's offer to the hours at somebody's side. */
@Component
class Accompanying {
  static final ProblemType AGREEMENT_UNSIGNED =
      ProblemType.of(
          "companion-agreement-not-in-force",
          409,
          "Both sides have to agree, and neither ended it");
  static final ProblemType AGREEMENT_ENDED =
      ProblemType.of("companion-agreement-ended", 409, "The agreement has ended");
  static final ProblemType NOT_THE_COMPANION =
      ProblemType.of("not-the-companion", 409, "Companions sign for themselves");
  static final ProblemType SHIFT_REFUSED =
      ProblemType.of("companion-shift-refused", 422, "Nobody stays like this");

  private static final Duration AROUND = Duration.ofDays(15);

  private final Agreements agreements;
  private final Shifts shifts;
  private final RestLimits limits;
  private final Assigned assigned;
  private final Attention attention;
  private final Clock clock;

  Accompanying(
      Agreements agreements,
      Shifts shifts,
      RestLimits limits,
      Assigned assigned,
      Attention attention,
      Clock clock) {
    this.agreements = agreements;
    this.shifts = shifts;
    this.limits = limits;
    this.assigned = assigned;
    this.attention = attention;
    this.clock = clock;
  }

  /** An agreement of a client whom the caller may reach. */
  record Found(Reached reached, Agreement agreement) {}

  Found find(Reached reached, UUID id) {
    return new Found(
        reached, agreements.find(reached.agency(), reached.id(), id).orElseThrow(NotFound::new));
  }

  UUID offer(Reached to, String terms, boolean privatePay, @Nullable String credential) {
    var agreement =
        new Agreement(
            UUID.randomUUID(),
            to.id().value(),
            to.by().subject().value(),
            terms,
            privatePay,
            credential,
            null,
            null,
            null,
            null,
            now(),
            1);
    agreements.add(to.agency(), agreement);
    return agreement.id();
  }

  /** The client agrees, or chooses anew what it is for. */
  UUID clientSigns(Found found, GoalMode mode, ActForm form) {
    refuseEnded(found.agreement());
    var act = found.agreement().requireAnswers(form.recordedBy(found.reached().recorder(), now()));
    agreements.clientSigned(found.reached().agency(), found.agreement().id(), mode, act);
    return found.agreement().id();
  }

  UUID companionSigns(Found found) {
    refuseEnded(found.agreement());
    if (!isTheCompanion(found)) {
      throw Refusal.of(NOT_THE_COMPANION);
    }
    agreements.companionSigned(found.reached().agency(), found.agreement().id(), now());
    return found.agreement().id();
  }

  UUID end(Found found) {
    refuseEnded(found.agreement());
    agreements.ended(found.reached().agency(), found.agreement().id(), now());
    return found.agreement().id();
  }

  UUID plan(Found found, NewShift form) {
    requireInForce(found);
    var agency = found.reached().agency();
    var companion = found.agreement().companion();
    if (!isTheCompanion(found)) {
      throw Refusal.of(NOT_THE_COMPANION);
    }
    var relief = form.relief() == null ? null : form.relief().value();
    var block = new RestLimits.Block(form.startsAt(), form.endsAt());
    // Always in one order: two who relieve each other must not wait for each other.
    Stream.of(companion, relief)
        .filter(Objects::nonNull)
        .sorted()
        .distinct()
        .forEach(each -> shifts.lock(agency, each));
    var others = around(agency, companion, block);
    var faults = new ArrayList<>(limits.faults(block, relief != null, others));
    ActTimes.fault("/startsAt", block.from(), clock.instant()).ifPresent(faults::add);
    if (form.relief() != null && !canRelieve(found, form.relief())) {
      faults.add(
          new Fault("/relief", "not-at-the-clients-side", "Somebody else at the client's side."));
    } else if (relief != null && !limits.letRelieve(block, around(agency, relief, block))) {
      faults.add(
          new Fault("/relief", "not-free", "They are at somebody's side then, or have to rest."));
    }
    if (!faults.isEmpty()) {
      throw Refusal.of(Problem.of(SHIFT_REFUSED).errors(faults));
    }
    var shift = new Shift(UUID.randomUUID(), companion, form.startsAt(), form.endsAt(), relief);
    shifts.add(agency, found.agreement().id(), shift);
    if (form.relief() != null) {
      attention.ask(
          agency,
          form.relief(),
          new Matter("relieves-companion", "client", found.reached().id().value()));
    }
    return shift.id();
  }

  private List<RestLimits.Block> around(AgencyId agency, String who, RestLimits.Block block) {
    return shifts.blocks(agency, who, block.from().minus(AROUND), block.until().plus(AROUND));
  }

  UUID travel(Found found, Leg.NewLeg form) {
    requireInForce(found);
    var leg = form.planned(now());
    var by = found.reached().by().subject();
    shifts.add(found.reached().agency(), found.agreement().id(), leg, by);
    return leg.id();
  }

  private boolean canRelieve(Found found, SubjectId relief) {
    return !relief.value().equals(found.agreement().companion())
        && assigned
            .relation(found.reached().agency(), relief, found.reached().id())
            .filter(relation -> relation != Relation.SELF)
            .isPresent();
  }

  private static boolean isTheCompanion(Found found) {
    return found.agreement().companion().equals(found.reached().by().subject().value());
  }

  private static void requireInForce(Found found) {
    if (!found.agreement().holds()) {
      throw Refusal.of(AGREEMENT_UNSIGNED);
    }
  }

  private static void refuseEnded(Agreement agreement) {
    if (agreement.endedAt() != null) {
      throw Refusal.of(AGREEMENT_ENDED);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
