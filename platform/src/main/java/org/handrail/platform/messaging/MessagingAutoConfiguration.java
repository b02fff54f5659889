package org.handrail.platform.messaging;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The service's way to Kafka. */
@AutoConfiguration
public class MessagingAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  KafkaConnection kafkaConnection(
      @Value("${handrail.messaging.bootstrap}") String bootstrap,
      @Value("${handrail.messaging.security}") String security,
      @Value("${handrail.service}") String client,
      @Value("${handrail.client-secret}") String secret,
      @Value("${handrail.token-url}") String tokenUrl) {
    return switch (security) {
      case "plaintext" -> KafkaConnection.plaintext(bootstrap, client);
      case "oauth" -> KafkaConnection.oauth(bootstrap, client, secret, tokenUrl);
      default ->
          throw new IllegalArgumentException(
              "HANDRAIL_KAFKA_SECURITY is oauth or plaintext, not " + security);
    };
  }

  @Bean
  Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
    return new Traces(
        tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
  }
}
