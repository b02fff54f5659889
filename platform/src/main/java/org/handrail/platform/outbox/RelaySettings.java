package org.handrail.platform.outbox;

import java.time.Duration;
import java.util.Map;

/**
 * How a relay reaches its database and Kafka.
 *
 * @param service names the events' source and the producer's transactional id
 * @param user may touch the outbox and nothing else
 * @param kafka of the connection, without what the producer adds
 * @param lease after which a leader that shows no sign of life loses the lead
 * @param patience with a Kafka that does not answer, before all is begun again
 */
record RelaySettings(
    String service,
    String url,
    String user,
    String password,
    Map<String, Object> kafka,
    Duration lease,
    Duration patience) {

  static final Duration LEASE = Duration.ofSeconds(30);
  static final Duration PATIENCE = Duration.ofSeconds(10);
}
