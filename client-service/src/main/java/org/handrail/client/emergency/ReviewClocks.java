package org.handrail.client.emergency;

import java.util.List;
import org.handrail.platform.attention.AskingWhenDue;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds of a review that waits and of a client who was not told, and asks further up. */
@Configuration(proxyBeanMethods = false)
class ReviewClocks {

  @Bean
  WhenDue emergencyReviewWaits(Attention attention) {
    var whom = List.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER);
    return new AskingWhenDue(Emergencies.REVIEW_WAITS, Emergencies.SUBJECT, whom, attention);
  }

  @Bean
  WhenDue emergencyUntold(Attention attention) {
    var whom = List.of(Role.SUPERVISOR);
    return new AskingWhenDue(Emergencies.UNTOLD, Emergencies.SUBJECT, whom, attention);
  }

  @Bean
  WhenDue emergencyReviewLate(Attention attention) {
    var whom = List.of(Role.PRIVACY_OFFICER, Role.AGENCY_ADMIN);
    return new AskingWhenDue(Emergencies.REVIEW_LATE, Emergencies.SUBJECT, whom, attention);
  }
}
