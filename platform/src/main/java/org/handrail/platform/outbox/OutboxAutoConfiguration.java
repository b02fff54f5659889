package org.handrail.platform.outbox;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Events on their way out. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
class OutboxAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Outbox outbox(JdbcClient jdbc, JsonMapper json, Clock clock) {
    return new JdbcOutbox(jdbc, json, clock);
  }
}
