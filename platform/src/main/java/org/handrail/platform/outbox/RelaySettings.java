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
 */
record RelaySettings(
    String service,
    String url,
    String user,
    String password,
    Map<String, Object> kafka,
    Duration lease) {

  static final Duration LEASE = Duration.ofSeconds(30);
}
