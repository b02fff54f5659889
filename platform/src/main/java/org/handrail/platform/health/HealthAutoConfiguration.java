package org.handrail.platform.health;

import java.net.URI;
import org.handrail.platform.caller.SigningKeys;
import org.handrail.platform.messaging.KafkaConnection;
import org.handrail.platform.messaging.MessagingAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** What a service says of its health. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
class HealthAutoConfiguration {

  @Bean
  HealthIndicator signingKeysHealthIndicator(SigningKeys keys) {
    return new SigningKeysHealth(keys);
  }

  @Bean
  HealthIndicator realmHealthIndicator(@Value("${handrail.jwks}") URI keys) {
    return new RealmHealth(keys);
  }

  @Bean
  HealthIndicator kafkaHealthIndicator(KafkaConnection kafka) {
    return new KafkaHealth(kafka);
  }
}
