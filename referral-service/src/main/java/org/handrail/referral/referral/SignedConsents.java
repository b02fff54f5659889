package org.handrail.referral.referral;

import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.inbox.EventSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears of consents that came into force. */
@Configuration(proxyBeanMethods = false)
class SignedConsents {
  /**
   * What came into force.
   *
   * @param recipients the parties that it names, agencies and others; absent where it names none
   * @param open as the door holds it now: of the client's referrals that have gone out those that
   *     may be read where they went
   * @param closed those of which the client took back what covered them
   */
  record Signed(
      UUID clientId,
      @Nullable Set<String> recipients,
      @Nullable Set<UUID> open,
      @Nullable Set<UUID> closed) {

    boolean mayCover(AgencyId receiver) {
      return recipients == null || recipients.contains(receiver.value());
    }

    boolean tellsOf(UUID referral) {
      return (open != null && open.contains(referral))
          || (closed != null && closed.contains(referral));
    }
  }

  @Bean
  EventSubscription consentEvents(TellingOfConsent telling) {
    return EventSubscription.of("signed-consents", "handrail.client.v1")
        .on(
            "org.handrail.consent.activated.v1",
            Signed.class,
            (envelope, signed) -> telling.signed(signed, envelope.time()));
  }
}
