package org.handrail.client.encounter;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import org.handrail.client.Configured;
import org.junit.jupiter.api.Test;

class ActivitiesTest {
  private final Activities list =
      Configured.as(Activities.class, "handrail.encounters", "encounter/activities.yaml");

  @Test
  void standUnderTheTwelveCategoriesAndTheSixteenRoles() {
    var categories = list.competencies().stream().map(Activities.Competency::code).collect(toSet());
    assertThat(categories).hasSize(12);
    assertThat(list.activities().stream().map(Activities.Activity::competency).collect(toSet()))
        .isEqualTo(categories);
    assertThat(list.activities().stream().map(Activities.Activity::role).collect(toSet()))
        .containsExactlyInAnyOrder(
            "outreach-worker",
            "motivator",
            "resource",
            "ally-and-confidant",
            "truth-teller",
            "role-model",
            "planner",
            "problem-solver",
            "resource-broker",
            "companion",
            "tour-guide",
            "advocate",
            "educator",
            "community-organizer",
            "lifestyle-consultant",
            "friend");
    assertThat(list.activities().stream().map(Activities.Activity::code).toList())
        .doesNotHaveDuplicates();
    assertThat(list.version()).isNotBlank();
  }
}
