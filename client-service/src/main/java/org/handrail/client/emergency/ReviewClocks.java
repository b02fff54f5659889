package org.handrail.client.emergency;

import java.util.List;
import org.handrail.platform.attention.AskingWhenDue;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds those who review of a review that waits or is late. */
@Configuration(proxyBeanMethods = false)
class ReviewClocks {
  private static final List<Role> REVIEWERS = List.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER);

  @Bean
  WhenDue emergencyReviewWaits(Attention attention) {
    return new AskingWhenDue(Emergencies.REVIEW_WAITS, Emergencies.SUBJECT, REVIEWERS, attention);
  }

  @Bean
  WhenDue emergencyReviewLate(Attention attention) {
    return new AskingWhenDue(Emergencies.REVIEW_LATE, Emergencies.SUBJECT, REVIEWERS, attention);
  }
}
