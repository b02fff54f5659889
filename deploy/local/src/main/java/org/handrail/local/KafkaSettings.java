package org.handrail.local;

import java.util.Map;

/** What a broker's server.properties say. */
final class KafkaSettings {

  /** One machine, one cluster: any fixed id will do. */
  static final String CLUSTER = "aGFuZHJhaWwtbG9jYWwtMQ";

  static final String COMMON =
      """
      process.roles=broker,controller
      node.id=1
      auto.create.topics.enable=false
      group.initial.rebalance.delay.ms=0
      # One broker keeps one copy of everything.
      default.replication.factor=1
      offsets.topic.replication.factor=1
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      # One machine: few threads, few partitions, small buffers.
      offsets.topic.num.partitions=2
      transaction.state.log.num.partitions=2
      share.coordinator.state.topic.num.partitions=1
      num.network.threads=2
      num.io.threads=4
      background.threads=2
      log.cleaner.dedupe.buffer.size=4194304
      """;

  private KafkaSettings() {}

  /** Anybody may do anything: for tests that are not about who may do what. */
  static String plaintext(int clients, int controller) {
    return COMMON
        + """
        listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=CLIENTS://127.0.0.1:%1$d
        listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=CLIENTS
        controller.listener.names=CONTROLLER
        controller.quorum.voters=1@127.0.0.1:%2$d
        """
            .formatted(clients, controller);
  }

  /** The system property that names the only addresses that Kafka may ask for keys or tokens. */
  static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

  /** The address that a broker listens on, and where it finds the realm's keys. */
  record Site(String address, String jwks) {

    static Site local(Installation at) {
      return new Site("127.0.0.1", at.jwks());
    }
  }

  /** Who a broker's own listeners let in: itself, and whoever sets up topics and access rules. */
  record Insiders(String brokerPassword, String adminPassword) {}

  /**
   * Applications show a token of Keycloak and may do what {@link KafkaAccess} says; the broker's
   * own listeners ask for a password.
   */
  static String secured(Installation at, Site site, Insiders insiders) {
    return COMMON
        + """
        listeners=CLIENTS://%8$s:%1$d,INTERNAL://%8$s:%2$d,CONTROLLER://127.0.0.1:%3$d
        advertised.listeners=CLIENTS://127.0.0.1:%1$d,INTERNAL://127.0.0.1:%2$d
        listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,INTERNAL:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
        controller.listener.names=CONTROLLER
        controller.quorum.voters=1@127.0.0.1:%3$d
        inter.broker.listener.name=INTERNAL
        sasl.mechanism.inter.broker.protocol=PLAIN
        sasl.mechanism.controller.protocol=PLAIN
        listener.name.internal.sasl.enabled.mechanisms=PLAIN
        listener.name.internal.plain.sasl.jaas.config=%4$s user_admin="%5$s";
        listener.name.controller.sasl.enabled.mechanisms=PLAIN
        listener.name.controller.plain.sasl.jaas.config=%4$s;
        listener.name.clients.sasl.enabled.mechanisms=OAUTHBEARER
        listener.name.clients.oauthbearer.sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;
        listener.name.clients.oauthbearer.sasl.server.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler
        listener.name.clients.oauthbearer.sasl.oauthbearer.jwks.endpoint.url=%6$s
        listener.name.clients.oauthbearer.sasl.oauthbearer.expected.audience=kafka
        listener.name.clients.oauthbearer.sasl.oauthbearer.expected.issuer=%7$s
        listener.name.clients.oauthbearer.sasl.oauthbearer.sub.claim.name=azp
        # A connection lives no longer than its token.
        connections.max.reauth.ms=300000
        authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
        super.users=User:broker;User:admin
        allow.everyone.if.no.acl.found=false
        """
            .formatted(
                at.port(Installation.Port.KAFKA),
                at.port(Installation.Port.KAFKA_INTERNAL),
                at.port(Installation.Port.KAFKA_CONTROLLER),
                PLAIN.formatted("broker", insiders.brokerPassword())
                    + " user_broker=\"%s\"".formatted(insiders.brokerPassword()),
                insiders.adminPassword(),
                site.jwks(),
                at.issuer(),
                site.address());
  }

  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\""
          + " password=\"%s\"";

  /** How the admin signs in. */
  static Map<String, Object> admin(Installation at, Insiders insiders) {
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + at.port(Installation.Port.KAFKA_INTERNAL),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        PLAIN.formatted("admin", insiders.adminPassword()) + ";");
  }
}
