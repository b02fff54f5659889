package org.handrail.referral.referral;

import org.handrail.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears of consents that were taken back. */
@Configuration(proxyBeanMethods = false)
class Revocations {
  @Bean
  EventSubscription revocationEvents(StoppingReferrals stopping) {
    return EventSubscription.of("revocations", "handrail.client.v1")
        .on(
            "org.handrail.consent.revoked.v1",
            ConsentRevoked.class,
            (envelope, revoked) -> stopping.stop(revoked, envelope.time()));
  }
}
