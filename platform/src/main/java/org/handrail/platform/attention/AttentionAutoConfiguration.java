package org.handrail.platform.attention;

import org.handrail.platform.outbox.Outbox;
import org.handrail.platform.outbox.OutboxAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Asks on the service's own topic. */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
class AttentionAutoConfiguration {

  @Bean
  Attention attention(Outbox outbox, @Value("handrail.${handrail.database}.v1") String topic) {
    return new Attention(outbox, topic);
  }
}
