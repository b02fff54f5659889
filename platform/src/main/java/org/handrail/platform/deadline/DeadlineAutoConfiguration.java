package org.handrail.platform.deadline;

import java.time.Clock;
import org.handrail.platform.outbox.OutboxAutoConfiguration;
import org.handrail.platform.scope.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Deadlines, for services that say how often to look: {@code handrail.deadlines.sweep: 5s}. */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
@ConditionalOnProperty("handrail.deadlines.sweep")
@EnableScheduling
class DeadlineAutoConfiguration {

  @Bean
  Deadlines deadlines(JdbcClient jdbc) {
    return new Deadlines(jdbc);
  }

  @Bean
  Sweeping sweeping(
      Deadlines deadlines, ObjectProvider<WhenDue> kinds, Transactions transactions, Clock clock) {
    return new Sweeping(deadlines, kinds.stream().toList(), transactions, clock);
  }
}
