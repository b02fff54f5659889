import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Counts what analysts may read, by type and year. */
void main() {
  var environment = System.getenv();
  var tokens =
      environment.getOrDefault("ANALYST_TOKENS", "http://localhost:8081/auth")
          + "/realms/handrail/protocol/openid-connect/token";
  System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", tokens);

  var settings = new HashMap<String, Object>();
  settings.put("bootstrap.servers", environment.getOrDefault("ANALYST_KAFKA", "127.0.0.1:8084"));
  settings.put("group.id", "analyst-cli." + UUID.randomUUID());
  settings.put("auto.offset.reset", "earliest");
  settings.put("enable.auto.commit", "false");
  settings.put("isolation.level", "read_committed");
  settings.put("security.protocol", "SASL_PLAINTEXT");
  settings.put("sasl.mechanism", "OAUTHBEARER");
  settings.put(
      "sasl.jaas.config",
      "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
  settings.put(
      "sasl.login.callback.handler.class",
      "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
  settings.put(
      "sasl.oauthbearer.jwt.retriever.class",
      "org.apache.kafka.common.security.oauthbearer.ClientCredentialsJwtRetriever");
  settings.put("sasl.oauthbearer.token.endpoint.url", tokens);
  settings.put("sasl.oauthbearer.scope", "kafka");
  settings.put("sasl.oauthbearer.client.credentials.client.id", "analyst-cli");
  settings.put(
      "sasl.oauthbearer.client.credentials.client.secret", environment.get("ANALYST_SECRET"));

  Map<String, Integer> counts = new TreeMap<>();
  try (var consumer =
      new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
    consumer.subscribe(List.of("coalition.analytics.events.v1"));
    do {
      for (var event : consumer.poll(Duration.ofSeconds(1))) {
        var type = new String(event.headers().lastHeader("ce_type").value());
        counts.merge(type + " " + event.value(), 1, Integer::sum);
      }
    } while (behind(consumer));
  }
  counts.forEach((what, count) -> IO.println("%5d  %s".formatted(count, what)));
}

/** Whether it does not know its partitions yet or has not read them to the end. */
boolean behind(KafkaConsumer<String, String> consumer) {
  var mine = consumer.assignment();
  return mine.isEmpty() || mine.stream().anyMatch(one -> consumer.currentLag(one).orElse(1) > 0);
}
