package org.handrail.referral.referral;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
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
   * @param disclosers the parties that may share by it; absent where that was not told
   * @param recipients the parties that it names, agencies and others; absent where it names none
   * @param open as the door holds it now: of the client's referrals that have gone out those that
   *     may be read where they went
   * @param closed those of which the client took back what covered them
   */
  record Signed(
      UUID clientId,
      @Nullable Set<String> disclosers,
      @Nullable Set<String> recipients,
      @Nullable Set<UUID> open,
      @Nullable Set<UUID> closed) {

    DoorsWord.Word word(Instant at) {
      return new DoorsWord.Word(open, closed, new MayGo(disclosers, recipients), at);
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
