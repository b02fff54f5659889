package org.handrail.client.billing;

import java.time.LocalDate;
import java.util.List;
import org.handrail.client.billing.Counting.Counted;

/**
 * A client's day as a payer counts it.
 *
 * @param units of the whole day
 * @param awaits what the claim needs besides, from a clinician or an import; never from a peer
 */
record UnitsView(
    String payer,
    String rulesVersion,
    LocalDate day,
    String procedure,
    int units,
    int dayCap,
    List<Counted> items,
    List<String> awaits) {

  static UnitsView of(String version, PayerRule rule, LocalDate day, List<Counted> counted) {
    return new UnitsView(
        rule.payer(),
        version,
        day,
        rule.procedure(),
        counted.stream().mapToInt(Counted::units).sum(),
        rule.dayCap(),
        counted,
        rule.awaits());
  }
}
