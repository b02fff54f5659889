package org.handrail.client.companion;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.companion.Accompanying.Found;
import org.handrail.client.withdrawal.Withdrawal.Kind;
import org.handrail.client.withdrawal.Withdrawal.Reason;
import org.handrail.client.withdrawal.Withdrawing;
import org.handrail.client.withdrawal.Withdrawing.Written;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes back a shift or a leg of a journey: before its beginning because plans changed, later only
 * because it was entered by mistake.
 */
@Component
class TakingBackPlans {
  private final Shifts shifts;
  private final Withdrawing withdrawing;
  private final Attention attention;
  private final Clock clock;

  TakingBackPlans(Shifts shifts, Withdrawing withdrawing, Attention attention, Clock clock) {
    this.shifts = shifts;
    this.withdrawing = withdrawing;
    this.attention = attention;
    this.clock = clock;
  }

  /**
   * A shift or a leg of a client whom the caller may reach.
   *
   * @param relief who is told that nobody needs them
   */
  record Planned(
      Reached reached,
      Kind kind,
      UUID id,
      Set<SubjectId> authors,
      Instant from,
      @Nullable SubjectId relief) {}

  Planned shift(Found of, UUID id) {
    var shift =
        shifts.find(of.reached().agency(), of.agreement().id(), id).orElseThrow(NotFound::new);
    return new Planned(
        of.reached(),
        Kind.COMPANION_SHIFT,
        id,
        Set.of(new SubjectId(shift.companion())),
        shift.startsAt(),
        shift.relief() == null ? null : new SubjectId(shift.relief()));
  }

  Planned leg(Found of, UUID id) {
    var leg =
        shifts.findLeg(of.reached().agency(), of.agreement().id(), id).orElseThrow(NotFound::new);
    var authors =
        Stream.of(of.agreement().companion(), leg.plannedBy())
            .flatMap(Stream::ofNullable)
            .map(SubjectId::new)
            .collect(Collectors.toUnmodifiableSet());
    return new Planned(of.reached(), Kind.COMPANION_LEG, id, authors, leg.departsAt(), null);
  }

  UUID takeBack(Planned planned, Reason reason) {
    var begun = !planned.from().isAfter(clock.instant());
    withdrawing.withdraw(
        planned.reached(),
        new Written(planned.kind(), planned.id(), planned.authors(), begun),
        reason);
    if (planned.relief() != null && !begun) {
      attention.ask(
          planned.reached().agency(),
          planned.relief(),
          new Matter("relief-not-needed", "client", planned.reached().id().value()));
    }
    return planned.id();
  }
}
