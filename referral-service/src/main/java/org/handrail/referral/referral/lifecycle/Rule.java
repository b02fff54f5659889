package org.handrail.referral.referral.lifecycle;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table in {@code docs/referral-states.md}: who may take a step, from where, and
 * where it leads.
 *
 * @param to the business status it leads to; absent where the referral keeps the one it has
 * @param reasons the reasons of which one is needed; empty where the step takes none
 */
record Rule(
    Party by,
    Step step,
    Set<Standing> from,
    TaskStatus status,
    @Nullable BusinessStatus to,
    Set<Reason> reasons) {

  static Rule of(Party by, Step step, TaskStatus status, @Nullable BusinessStatus to) {
    return new Rule(by, step, Set.of(), status, to, Set.of());
  }

  Rule from(Standing standing) {
    var more = new HashSet<>(from);
    more.add(standing);
    return new Rule(by, step, more, status, to, reasons);
  }

  Rule from(TaskStatus task, Set<BusinessStatus> at) {
    var more = new HashSet<>(from);
    at.forEach(business -> more.add(new Standing(task, business)));
    return new Rule(by, step, more, status, to, reasons);
  }

  Rule because(Reason first, Reason... others) {
    return new Rule(by, step, from, status, to, EnumSet.of(first, others));
  }

  Standing lead(Standing here, @Nullable Reason reason) {
    BusinessStatus said = reason == null ? null : reason.shownAs();
    if (said != null) {
      return new Standing(status, said);
    }
    return new Standing(status, to == null ? here.businessStatus() : to);
  }
}
