package org.handrail.platform.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * How a service reaches Kafka: with a token of its own from the coalition's realm, or, in tests
 * that are not about who may do what, in plain text.
 */
public final class KafkaConnection {

  // Kafka asks no address for tokens that is not named here.
  private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

  private final Map<String, Object> settings;

  private KafkaConnection(Map<String, Object> settings) {
    this.settings = Map.copyOf(settings);
  }

  static KafkaConnection plaintext(String bootstrap, String client) {
    return new KafkaConnection(common(bootstrap, client));
  }

  static KafkaConnection oauth(String bootstrap, String client, String secret, String tokenUrl) {
    var settings = common(bootstrap, client);
    settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_PLAINTEXT");
    settings.put(SaslConfigs.SASL_MECHANISM, "OAUTHBEARER");
    settings.put(
        SaslConfigs.SASL_JAAS_CONFIG,
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
    settings.put(
        SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS,
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
    settings.put(
        SaslConfigs.SASL_OAUTHBEARER_JWT_RETRIEVER_CLASS,
        "org.apache.kafka.common.security.oauthbearer.ClientCredentialsJwtRetriever");
    settings.put(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, tokenUrl);
    settings.put(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID, client);
    settings.put(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET, secret);
    settings.put(SaslConfigs.SASL_OAUTHBEARER_SCOPE, "kafka");
    allow(tokenUrl);
    return new KafkaConnection(settings);
  }

  private static Map<String, Object> common(String bootstrap, String client) {
    var settings = new HashMap<String, Object>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, client);
    // A broker that comes back is found within a second.
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
    return settings;
  }

  private static synchronized void allow(String url) {
    var allowed = System.getProperty(ALLOWED, "");
    if (!(',' + allowed + ',').contains(',' + url + ',')) {
      System.setProperty(ALLOWED, allowed.isEmpty() ? url : allowed + ',' + url);
    }
  }

  /** What any Kafka client needs; to be completed with its own settings. */
  public Map<String, Object> settings() {
    return settings;
  }

  /** The same with more. */
  public Map<String, Object> settings(Map<String, ?> more) {
    var all = new HashMap<>(settings);
    all.putAll(more);
    return all;
  }
}
