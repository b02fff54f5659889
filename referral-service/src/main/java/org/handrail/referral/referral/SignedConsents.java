package org.handrail.referral.referral;

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
   * @param recipients the parties that it names, agencies and others; absent where it names none
   */
  record Signed(UUID clientId, @Nullable Set<String> recipients) {

    Set<String> named() {
      return recipients == null ? Set.of() : recipients;
    }
  }

  @Bean
  EventSubscription consentEvents(TellingOfConsent telling) {
    return EventSubscription.of("signed-consents", "handrail.client.v1")
        .on(
            "org.handrail.consent.activated.v1",
            Signed.class,
            (envelope, signed) ->
                telling.signed(signed.clientId(), signed.named(), envelope.time()));
  }
}
