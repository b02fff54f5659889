package org.handrail.analytics.deidentification;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.handrail.platform.messaging.KafkaConnection;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeidentificationConfiguration {

  @Bean
  FreshIds freshIds() {
    return UUID::randomUUID;
  }

  @Bean
  KeepingOn keepingOn(KafkaConnection kafka, FreshIds freshIds, MeterRegistry meters) {
    var unreadable = meters.counter("handrail.analytics.unreadable.events");
    return new KeepingOn(kafka, freshIds, unreadable::increment);
  }

  @Bean
  HealthIndicator deidentificationHealthIndicator(KeepingOn keepingOn) {
    return () ->
        keepingOn.now().filter(streams -> streams.state().isRunningOrRebalancing()).isPresent()
            ? Health.up().build()
            : Health.down().build();
  }
}
