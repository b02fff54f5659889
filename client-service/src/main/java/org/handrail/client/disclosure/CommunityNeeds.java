package org.handrail.client.disclosure;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a place of the community hears that somebody needs ({@code disclosure/community.yaml}).
 *
 * @param needs by what is said, the needs of the directory that it stands for
 * @param other what is said of every other need
 */
@ConfigurationProperties("handrail.community")
record CommunityNeeds(String version, String other, @DefaultValue Map<String, List<String>> needs) {

  String of(String need) {
    return needs.entrySet().stream()
        .filter(entry -> entry.getValue().contains(need))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(other);
  }
}
