package org.handrail.referral.referral;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.handrail.platform.scope.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the courier says of itself. Alert on any {@code handrail.referral.not.understood}. */
@Configuration(proxyBeanMethods = false)
class CourierGauges {
  @Bean
  Gauge notUnderstoodGauge(MeterRegistry meters, Crossings crossings, Transactions transactions) {
    return Gauge.builder(
            "handrail.referral.not.understood",
            () -> transactions.reading(crossings::notUnderstood))
        .register(meters);
  }
}
