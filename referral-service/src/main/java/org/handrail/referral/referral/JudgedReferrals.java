package org.handrail.referral.referral;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.inbox.EventSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears what the door makes of referrals when it was no consent that changed it. */
@Configuration(proxyBeanMethods = false)
class JudgedReferrals {
  /** As the door holds it now, of a client's referrals that have gone out. */
  record Judged(UUID clientId, @Nullable Set<UUID> open, @Nullable Set<UUID> closed) {
    DoorsWord.Word word(Instant at) {
      return new DoorsWord.Word(open, closed, MayGo.ANYWHERE, at);
    }
  }

  @Bean
  EventSubscription judgedReferralEvents(DoorsWord word) {
    return EventSubscription.of("judged-referrals", "handrail.client.v1")
        .on(
            "org.handrail.client.referrals-judged.v1",
            Judged.class,
            (envelope, judged) -> word.heard(judged.clientId(), judged.word(envelope.time())));
  }
}
