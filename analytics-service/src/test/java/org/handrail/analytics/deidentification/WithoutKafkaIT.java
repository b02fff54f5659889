package org.handrail.analytics.deidentification;

import static org.handrail.platform.caller.Role.ANALYST;

import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** Kafka is not there when the service starts. */
@HandrailIT(properties = "handrail.messaging.bootstrap=127.0.0.1:1")
class WithoutKafkaIT {

  private final Api api;
  private final TokenIssuer tokens;

  WithoutKafkaIT(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  @Test
  void startsAndSaysThatMeasuresAreNotReady() {
    api.get("/actuator/health/readiness").send().isOk();
    api.as(tokens.person("ada").of("coalition").as(ANALYST))
        .get("/api/measures")
        .send()
        .isProblem(503, "measures-not-ready");
  }
}
