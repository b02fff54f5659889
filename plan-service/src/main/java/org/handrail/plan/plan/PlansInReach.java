package org.handrail.plan.plan;

import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/**
 * The plans that somebody may see: their own, or those of clients whom they are assigned to.
 * Everything else looks as if it were not there.
 */
@Component
public class PlansInReach {

  private final Plans plans;
  private final Assignments assignments;
  private final Transactions transactions;

  PlansInReach(Plans plans, Assignments assignments, Transactions transactions) {
    this.plans = plans;
    this.assignments = assignments;
    this.transactions = transactions;
  }

  public Plan find(Person person, PlanId id) {
    var plan = transactions.reading(() -> plans.find(id));
    assignments.require(person, plan.map(Plan::clientId));
    return plan.orElseThrow(NotFound::new);
  }

  public Optional<Plan> ofClient(Person person, UUID clientId) {
    assignments.require(person, clientId);
    return transactions.reading(() -> plans.ofClient(clientId));
  }

  /**
   * As whom the person may write in the plan. Outside any transaction: who is assigned may have to
   * be asked of client-service.
   */
  public Recorder recorder(Person person, PlanId id) {
    var plan = transactions.reading(() -> plans.find(id));
    return Recorder.of(person, assignments.require(person, plan.map(Plan::clientId)));
  }
}
