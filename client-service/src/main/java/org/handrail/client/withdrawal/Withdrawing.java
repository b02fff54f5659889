package org.handrail.client.withdrawal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.withdrawal.Withdrawal.Kind;
import org.handrail.client.withdrawal.Withdrawal.Reason;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Takes back what was entered by mistake: whoever wrote it down does, or a supervisor. */
@Component
public class Withdrawing {
  /** What was withdrawn is changed no more. */
  public static final ProblemType WITHDRAWN =
      ProblemType.of("withdrawn", 409, "This was withdrawn");

  static final ProblemType NOT_YOURS =
      ProblemType.of(
          "withdrawal-of-another", 409, "Whoever wrote it down, or a supervisor, withdraws it");

  private final Withdrawals withdrawals;
  private final Attention attention;
  private final Clock clock;

  Withdrawing(Withdrawals withdrawals, Attention attention, Clock clock) {
    this.withdrawals = withdrawals;
    this.attention = attention;
    this.clock = clock;
  }

  /**
   * Something that stands on a client's record.
   *
   * @param authors who wrote it down, and whose time it was
   * @param begun whether it is more than a plan
   */
  public record Written(Kind kind, UUID id, Set<SubjectId> authors, boolean begun) {}

  /**
   * @throws Refusal when the caller neither wrote it down nor supervises, when it was withdrawn
   *     before, and when plans that have begun are said to have changed
   */
  public UUID withdraw(Reached from, Written what, Reason reason) {
    var by = from.by();
    if (!by.is(Role.SUPERVISOR) && !what.authors().contains(by.subject())) {
      throw Refusal.of(NOT_YOURS);
    }
    if (reason == Reason.PLANS_CHANGED && what.begun()) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/reason", "not-possible", "What has begun was more than a plan."));
    }
    var withdrawal =
        new Withdrawal(
            what.id(),
            what.kind(),
            reason,
            by.subject().value(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (!withdrawals.add(from.agency(), from.id(), withdrawal)) {
      throw Refusal.of(WITHDRAWN);
    }
    if (reason == Reason.WRONG_PERSON) {
      // Whoever reads that record has read of somebody else: that may be a breach.
      attention.ask(
          from.agency(),
          Role.PRIVACY_OFFICER,
          new Matter("entered-on-wrong-record", "client", from.id().value()));
    }
    return what.id();
  }
}
