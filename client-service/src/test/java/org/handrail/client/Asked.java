package org.handrail.client;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.fixtures.KafkaFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whose attention client-service asked for, as notification-service will read it. */
public final class Asked {
  private static final JsonMapper JSON = new JsonMapper();

  private Asked() {}

  /** Waits until that many were asked about it. */
  public static List<JsonNode> about(String code, UUID subject, int many) {
    return KafkaFixture.read(
            "handrail.client.v1",
            record -> {
              var data = JSON.readTree(record.value());
              return data.at("/code").asString("").equals(code)
                  && data.at("/subjectId").asString("").equals(subject.toString());
            },
            many,
            Duration.ofSeconds(30))
        .stream()
        .map(record -> JSON.readTree(record.value()))
        .toList();
  }
}
