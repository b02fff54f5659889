package org.handrail.plan.milestone.messaging;

import java.util.UUID;
import org.handrail.plan.milestone.Awaited;
import org.handrail.plan.milestone.ProposingMilestones;
import org.handrail.platform.inbox.Envelope;
import org.handrail.platform.inbox.EventSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears that a client arrived where a referral led, as far as the way back lets it through. */
@Configuration(proxyBeanMethods = false)
class ReferralSteps {

  static final String STATUS_RELEASED = "org.handrail.referral.status-released.v1";

  /**
   * What is read of a released status.
   *
   * @param clientId of the requester's own record
   */
  record StatusReleased(UUID clientId, @Nullable String businessStatus) {}

  @Bean
  EventSubscription arrivals(ProposingMilestones proposing) {
    return EventSubscription.of("milestones", "handrail.referral.v1")
        .on(
            STATUS_RELEASED,
            StatusReleased.class,
            (envelope, status) -> hear(proposing, envelope, status));
  }

  private static void hear(
      ProposingMilestones proposing, Envelope envelope, StatusReleased status) {
    if (Awaited.ATTENDED.equals(status.businessStatus())) {
      proposing.attended(UUID.fromString(envelope.aggregateId()), status.clientId());
    }
  }
}
