package org.handrail.referral.opening;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
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
  EventSubscription openingRevocations(
      Openings openings, Offers offers, Ends ends, Attention attention, Clock clock) {
    var stopping = new Stopping(openings, offers, ends, attention, clock);
    return EventSubscription.of("openings", "handrail.client.v1")
        .on(
            "org.handrail.consent.revoked.v1",
            Revoked.class,
            (envelope, revoked) -> stopping.stop(envelope.requireAgency(), revoked));
  }

  private record Stopping(
      Openings openings, Offers offers, Ends ends, Attention attention, Clock clock) {

    void stop(AgencyId agency, Revoked revoked) {
      for (UUID id : openings.open(revoked.clientId())) {
        openings.find(id).ifPresent(opening -> stop(agency, opening, revoked.recipient()));
      }
    }

    private void stop(AgencyId agency, Opening opening, @Nullable AgencyId recipient) {
      Instant now = clock.instant();
      if (recipient != null) {
        offers.gone(opening.id(), recipient, now);
      }
      boolean nobodyLeft =
          recipient == null || offers.of(opening.id()).stream().noneMatch(Opening.Offer::isOpen);
      if (nobodyLeft && ends.withdraw(opening.id(), agency, opening.openedBy(), now)) {
        offers.gone(opening.id(), now);
        attention.ask(
            agency,
            opening.openedBy(),
            new Attention.Matter("opening-stopped", "opening", opening.id()));
      }
    }
  }
}
