package org.handrail.plan.milestone;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.plan.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** The milestones of the current agency's clients. */
public interface Milestones {

  void add(Milestone milestone);

  /** Writes what changed since the milestone was locked in this transaction. */
  void save(Milestone milestone);

  Optional<Milestone> find(MilestoneId id);

  /** Finds the milestone and keeps everybody else from changing it until the transaction ends. */
  Optional<Milestone> lock(MilestoneId id);

  /** Locks those on these records of a client that are open and wait for a referral. */
  List<Milestone> lockWaiting(List<UUID> records);

  /** In the order in which they were stated, from behind {@code after}. */
  List<Milestone> ofPlan(PlanId plan, @Nullable MilestoneId after, int limit);
}
