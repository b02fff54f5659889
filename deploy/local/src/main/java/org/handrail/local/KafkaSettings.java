package org.handrail.local;

/** What a broker's server.properties say. */
final class KafkaSettings {

  /** One machine, one cluster: any fixed id will do. */
  static final String CLUSTER = "aGFuZHJhaWwtbG9jYWwtMQ";

  private static final String COMMON =
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
}
