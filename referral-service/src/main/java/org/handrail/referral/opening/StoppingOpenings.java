package org.handrail.referral.opening;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.inbox.EventSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes offers back when a client takes back the consent that they rest on (P2-REV-1). */
@Configuration(proxyBeanMethods = false)
class StoppingOpenings {
  /**
   * What was taken back.
   *
   * @param recipient the one party that it was taken back from; from all if absent
   */
  record Revoked(UUID clientId, @Nullable AgencyId recipient) {}

  @Bean
  EventSubscription openingRevocations(Openings openings, TakingBack takingBack) {
    return EventSubscription.of("openings", "handrail.client.v1")
        .on(
            "org.handrail.consent.revoked.v1",
            Revoked.class,
            (envelope, revoked) -> {
              AgencyId agency = envelope.requireAgency();
              for (UUID id : openings.open(revoked.clientId())) {
                openings
                    .find(id)
                    .ifPresent(
                        opening -> takingBack.takeBack(agency, opening, revoked.recipient()));
              }
            });
  }
}
