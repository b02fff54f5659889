package org.handrail.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.handrail.platform.messaging.KafkaConnection;
import org.handrail.platform.messaging.MessagingAutoConfiguration;
import org.handrail.platform.messaging.Traces;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Events on their way out. */
@AutoConfiguration(
    after = {
      JdbcClientAutoConfiguration.class,
      MessagingAutoConfiguration.class,
      CompositeMeterRegistryAutoConfiguration.class
    })
public class OutboxAutoConfiguration {

  /** Starts before requests come in, ends when none does any more. */
  static final int AFTER_THE_WEB_SERVER = 0;

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  CommitNotice commitNotice(DataSource database) {
    return new CommitNotice(database);
  }

  @Bean
  Outbox outbox(JdbcClient jdbc, JsonMapper json, Clock clock, Traces traces, CommitNotice notice) {
    return new JdbcOutbox(jdbc, json, clock, traces, notice);
  }

  @Bean
  @DependsOnDatabaseInitialization
  RelayLifecycle outboxRelay(
      KafkaConnection kafka,
      MeterRegistry meters,
      @Value("${handrail.service}") String service,
      @Value("${handrail.relay.url}") String url,
      @Value("${handrail.relay.user}") String user,
      @Value("${handrail.relay.password}") String password) {
    var settings =
        new RelaySettings(
            service,
            url,
            user,
            password,
            kafka.settings(),
            RelaySettings.LEASE,
            RelaySettings.PATIENCE);
    return new RelayLifecycle(new Relay(settings, new RelayGauges(meters)));
  }
}
