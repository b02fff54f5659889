package org.handrail.platform.health;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.handrail.platform.messaging.KafkaConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether Kafka answers now. */
final class KafkaHealth extends AbstractHealthIndicator implements DisposableBean {

  private static final int PATIENCE_SECONDS = 2;

  private final KafkaConnection kafka;
  private @Nullable Admin admin;

  KafkaHealth(KafkaConnection kafka) {
    super("Kafka does not answer");
    this.kafka = kafka;
  }

  @Override
  protected synchronized void doHealthCheck(Health.Builder builder) throws Exception {
    if (admin == null) {
      admin = Admin.create(kafka.settings());
    }
    admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    builder.up();
  }

  @Override
  public synchronized void destroy() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
