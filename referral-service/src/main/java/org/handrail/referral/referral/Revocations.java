package org.handrail.referral.referral;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.inbox.EventSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears of consents that were taken back. */
@Configuration(proxyBeanMethods = false)
class Revocations {
  /**
   * What was taken back.
   *
   * @param recipient the one party that it was taken back from; from all if absent
   */
  record Revoked(UUID clientId, @Nullable AgencyId recipient) {}

  @Bean
  EventSubscription revocationEvents(StoppingReferrals stopping) {
    return EventSubscription.of("revocations", "handrail.client.v1")
        .on(
            "org.handrail.consent.revoked.v1",
            Revoked.class,
            (envelope, revoked) ->
                stopping.stop(revoked.clientId(), revoked.recipient(), envelope.time()));
  }
}
