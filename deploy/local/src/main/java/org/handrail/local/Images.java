package org.handrail.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The official images of the same servers in the same versions, where tests use containers. */
public final class Images {

  public static final String POSTGRES = "postgres:18";
  public static final String KAFKA = "apache/kafka:4.2.1";
  public static final String KEYCLOAK = "quay.io/keycloak/keycloak:26.7.3";

  /** How long a container may take to start on a machine that has much else to do. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /** As the processes of one machine have it: a server starts soon rather than runs fast. */
  public static final String QUICK_START = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private Images() {}

  /** What every broker of a test is told, as variables of Kafka's image; nothing of listeners. */
  public static Map<String, String> kafkaVariables() {
    return kafkaVariables(KafkaSettings.COMMON);
  }

  /** The same as those lines of a server.properties, in a small virtual machine. */
  static Map<String, String> kafkaVariables(String serverProperties) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(serverProperties));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var variables =
        new HashMap<>(
            Map.of(
                "KAFKA_HEAP_OPTS", "-Xms64m -Xmx256m", "KAFKA_JVM_PERFORMANCE_OPTS", QUICK_START));
    for (var name : properties.stringPropertyNames()) {
      var variable = name.replace("_", "__").replace("-", "___").replace('.', '_');
      variables.put("KAFKA_" + variable.toUpperCase(Locale.ROOT), properties.getProperty(name));
    }
    return variables;
  }
}
