package org.handrail.plan.plan;

import java.util.Optional;
import java.util.UUID;

/** The plans of the current agency's clients. */
public interface Plans {

  /** Refuses a second plan for the same client. */
  void add(Plan plan);

  /** Writes what changed since the plan was locked in this transaction. */
  void save(Plan plan);

  Optional<Plan> find(PlanId id);

  /** Finds the plan and keeps everybody else from changing it until the transaction ends. */
  Optional<Plan> lock(PlanId id);

  Optional<Plan> ofClient(UUID clientId);
}
