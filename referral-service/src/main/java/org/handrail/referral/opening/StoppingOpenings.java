package org.handrail.referral.opening;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.inbox.EventSubscription;
import org.handrail.referral.referral.ConsentRevoked;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes offers back when a client takes back the consent that they rest on (P2-REV-1). */
@Configuration(proxyBeanMethods = false)
class StoppingOpenings {
  @Bean
  EventSubscription openingRevocations(Openings openings, TakingBack takingBack) {
    return EventSubscription.of("openings", "handrail.client.v1")
        .on(
            "org.handrail.consent.revoked.v1",
            ConsentRevoked.class,
            (envelope, revoked) -> {
              AgencyId agency = envelope.requireAgency();
              // A consent is of the record on which it was signed.
              for (UUID id : openings.open(List.of(revoked.clientId()))) {
                openings
                    .find(id)
                    // What was opened since rests on what the client has signed since.
                    .filter(opening -> opening.openedAt().isBefore(envelope.time()))
                    .ifPresent(
                        opening ->
                            takingBack.takeBack(
                                agency,
                                opening,
                                offer -> revoked.leavesWithNothing(offer.place().agency()),
                                TakingBack.STOPPED));
              }
            });
  }
}
