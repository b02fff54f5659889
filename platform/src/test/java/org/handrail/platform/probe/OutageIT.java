package org.handrail.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.FreezableKafka;
import org.handrail.platform.fixtures.Surroundings;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a service does while what surrounds it is away. */
class OutageIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void takesRequestsWithoutKafkaAndTellsLater() {
    try (var kafka = FreezableKafka.start()) {
      kafka.topic(Notes.TOPIC);
      kafka.freeze();
      try (var service = start(Map.of("HANDRAIL_KAFKA", kafka.bootstrapServers()))) {
        var maya = maya(service, TokenIssuer.shared());
        var before = heard(service);
        maya.post("/api/notes").body(Map.of("words", "a")).send().isCreated();
        maya.get("/actuator/health/readiness").send().isOk();
        maya.get("/actuator/health/surroundings").send().hasStatus(503);
        kafka.thaw();
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(heard(service)).isEqualTo(before + 1));
      }
    }
  }

  private static long heard(ConfigurableApplicationContext service) {
    return service
        .getBean(JdbcClient.class)
        .sql("select count(*) from inbox")
        .query(Long.class)
        .single();
  }

  @Test
  void goesOnWithoutTheRealm() {
    try (var realm = new TokenIssuer();
        var service = start(realm(realm))) {
      var maya = maya(service, realm);
      maya.get("/api/notes").send().isOk();
      realm.goAway();
      maya.get("/api/notes").send().isOk();
      maya(service, realm).get("/api/notes").send().isOk();
      maya.get("/actuator/health/readiness").send().isOk();
      maya.get("/actuator/health/surroundings").send().hasStatus(503);
    }
  }

  @Test
  void isNotReadyBeforeItSawTheRealmsKeys() {
    try (var realm = new TokenIssuer()) {
      realm.goAway();
      assertNotReady(realm);
    }
  }

  private static void assertNotReady(TokenIssuer realm) {
    try (var service = start(realm(realm))) {
      var anybody = api(service);
      anybody.get("/actuator/health/liveness").send().isOk();
      anybody.get("/actuator/health/readiness").send().hasStatus(503);
      maya(service, realm).get("/api/notes").send().hasStatus(503);
    }
  }

  private static Map<String, String> realm(TokenIssuer realm) {
    return Map.of(
        "HANDRAIL_ISSUER", realm.issuer(),
        "HANDRAIL_JWKS", realm.jwks(),
        "HANDRAIL_TOKEN_URL", realm.tokenUrl());
  }

  private static Api maya(ConfigurableApplicationContext service, TokenIssuer realm) {
    return api(service).as(realm.person("maya").of("riverbend").as(PEER_SPECIALIST));
  }

  private static Api api(ConfigurableApplicationContext service) {
    var port = service.getEnvironment().getRequiredProperty("local.server.port");
    return new Api(() -> "http://127.0.0.1:" + port);
  }

  private static ConfigurableApplicationContext start(Map<String, String> differently) {
    Map<String, Object> settings = new HashMap<>(Surroundings.variables("outage"));
    settings.putAll(differently);
    settings.put("spring.application.name", "outage-service");
    settings.put("spring.flyway.locations", "classpath:db/platform,classpath:db/probe");
    settings.put("server.port", "0");
    settings.put("spring.jmx.enabled", "false");
    return new SpringApplicationBuilder(ProbeApplication.class)
        .run(
            settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }
}
