package org.handrail.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.handrail.platform.messaging.KafkaConnection;
import org.handrail.platform.messaging.MessagingAutoConfiguration;
import org.handrail.platform.messaging.Traces;
import org.handrail.platform.scope.ScopeAutoConfiguration;
import org.handrail.platform.scope.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Events coming in. */
@AutoConfiguration(
    after = {
      JdbcClientAutoConfiguration.class,
      MessagingAutoConfiguration.class,
      ScopeAutoConfiguration.class,
      CompositeMeterRegistryAutoConfiguration.class
    })
class InboxAutoConfiguration {

  @Bean
  Inbox inbox(JdbcClient jdbc) {
    return new Inbox(jdbc);
  }

  @Bean
  ConsumptionFactory consumptions(
      Inbox inbox,
      Transactions transactions,
      Traces traces,
      JsonMapper json,
      MeterRegistry meters) {
    return (subscription, group, kafka) ->
        new Consumption(
            subscription,
            new Taking(
                subscription.consumer(),
                new Effect(subscription, inbox, transactions, traces, json),
                inbox,
                transactions,
                meters),
            group,
            kafka.settings());
  }

  /** Makes what reads a subscription. */
  interface ConsumptionFactory {
    Consumption of(EventSubscription subscription, String group, KafkaConnection kafka);
  }

  @Bean
  Consumptions eventConsumptions(
      ObjectProvider<EventSubscription> subscriptions,
      ConsumptionFactory factory,
      KafkaConnection kafka,
      @Value("${handrail.service}") String service) {
    List<Consumption> consumptions =
        subscriptions.stream()
            .map(it -> factory.of(it, service + "." + it.consumer(), kafka))
            .toList();
    return new Consumptions(consumptions);
  }
}
