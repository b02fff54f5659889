package org.handrail.client.emergency;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds of a review that waits, and asks further up when it is late. */
@Configuration(proxyBeanMethods = false)
class ReviewClocks {

  @Bean
  WhenDue emergencyReviewWaits(Emergencies emergencies) {
    return new Clock(
        Emergencies.REVIEW_WAITS, List.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER), emergencies);
  }

  @Bean
  WhenDue emergencyReviewLate(Emergencies emergencies) {
    return new Clock(
        Emergencies.REVIEW_LATE, List.of(Role.PRIVACY_OFFICER, Role.AGENCY_ADMIN), emergencies);
  }

  private record Clock(String kind, List<Role> whom, Emergencies emergencies) implements WhenDue {
    @Override
    public void due(AgencyId agency, UUID about) {
      whom.forEach(role -> emergencies.ask(agency, role, kind, about));
    }
  }
}
