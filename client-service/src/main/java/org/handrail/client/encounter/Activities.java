package org.handrail.client.encounter;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What peers do with people, one version of the list ({@code encounter/activities.yaml}). */
@ConfigurationProperties("handrail.encounters")
public record Activities(
    String version,
    @DefaultValue List<Competency> competencies,
    @DefaultValue List<Activity> activities) {

  /** A category of SAMHSA's Core Competencies for Peer Workers in Behavioral Health Services. */
  public record Competency(String code, String name) {}

  /**
   * Something that peers do.
   *
   * @param competency the category that it belongs to
   * @param role the one of White's sixteen roles in which a peer does it
   */
  public record Activity(String code, String competency, String role) {}

  boolean knows(String code) {
    return activities.stream().anyMatch(activity -> activity.code().equals(code));
  }
}
