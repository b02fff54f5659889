package org.handrail.client.disclosure;

import java.util.List;
import java.util.Map;
import org.handrail.client.party.Party;
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

  /** What that party hears of a need: only who is health care or an authority hears it as it is. */
  String toldTo(Party party, String need) {
    return party.isCommunityResource() ? of(need) : need;
  }

  String of(String need) {
    return needs.entrySet().stream()
        .filter(entry -> entry.getValue().contains(need))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(other);
  }
}
