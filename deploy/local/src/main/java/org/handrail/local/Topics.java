package org.handrail.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The coalition's topics. */
public final class Topics {

  /**
   * Between services; kept without limit, so that whatever is built from them can be built again.
   */
  public static final List<String> INTERNAL =
      List.of(
          "handrail.client.v1",
          "handrail.person.v1",
          "handrail.plan.v1",
          "handrail.referral.v1",
          "handrail.notification.v1");

  /** For the coalition's analysts: de-identified. */
  public static final List<String> ANALYTICS =
      List.of("coalition.analytics.events.v1", "coalition.analytics.measures.v1");

  private static final int PARTITIONS = 6;

  private Topics() {}

  static List<NewTopic> all() {
    return Stream.concat(INTERNAL.stream(), ANALYTICS.stream()).map(Topics::kept).toList();
  }

  private static NewTopic kept(String name) {
    return new NewTopic(name, PARTITIONS, (short) 1)
        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
  }
}
