package org.handrail.plan.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The twelve parts that a recovery plan may have (R15); none must be there. */
public enum GoalCategory {
  SUPPORT_GROUPS("support-groups"),
  INDIVIDUAL_THERAPY("individual-therapy"),
  BASIC_HEALTH_CARE_MAINTENANCE("basic-health-care-maintenance"),
  STABLE_HOUSING("stable-housing"),
  FAMILY_LIFE("family-life"),
  PERSONAL_RELATIONSHIPS("personal-relationships"),
  COMMUNITY_CONNECTIONS("community-connections"),
  EDUCATION_GOALS("education-goals"),
  VOCATIONAL_DEVELOPMENT("vocational-development"),
  JOB_SEEKING_AND_EMPLOYMENT("job-seeking-and-employment"),
  MONITORING_TIMETABLE("monitoring-timetable"),
  RE_ENGAGEMENT_PLAN("re-engagement-plan");

  private final String code;

  GoalCategory(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  static GoalCategory of(String code) {
    return Arrays.stream(values()).filter(part -> part.code.equals(code)).findFirst().orElseThrow();
  }
}
