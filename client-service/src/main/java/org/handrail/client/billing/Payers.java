package org.handrail.client.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The payers whose rules we know, one version of the list ({@code billing/payers.yaml}). */
@ConfigurationProperties("handrail.billing")
record Payers(String version, @DefaultValue List<PayerRule> payers) {

  /** The rule of that payer that holds on the day. */
  Optional<PayerRule> rule(String payer, LocalDate day) {
    return payers.stream()
        .filter(rule -> rule.payer().equals(payer) && rule.holdsOn(day))
        .findFirst();
  }
}
