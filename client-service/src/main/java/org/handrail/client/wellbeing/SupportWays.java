package org.handrail.client.wellbeing;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where specialists find support that keeps no record here. */
@ConfigurationProperties("handrail.wellbeing")
record SupportWays(@DefaultValue List<Way> support) {
  SupportWays {
    support = List.copyOf(support);
  }

  record Way(String name, String contact) {}
}
