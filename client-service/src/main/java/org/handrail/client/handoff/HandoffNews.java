package org.handrail.client.handoff;

import java.util.UUID;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.inbox.Envelope;
import org.handrail.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears of handoffs that begin, and of those that are over. */
@Configuration(proxyBeanMethods = false)
class HandoffNews {

  /**
   * What is read of a handoff that began.
   *
   * @param outgoing who stays until contact is confirmed
   */
  record Opened(UUID clientId, SubjectId outgoing) {}

  /** That it is over; nothing else of it is needed. */
  record Over() {}

  @Bean
  EventSubscription handoffEvents(OpenHandoffs handoffs) {
    return EventSubscription.of("handoffs", "handrail.referral.v1")
        .on(
            "org.handrail.handoff.opened.v1",
            Opened.class,
            (envelope, opened) ->
                handoffs.opened(
                    envelope.requireAgency(),
                    handoff(envelope),
                    opened.clientId(),
                    opened.outgoing(),
                    envelope.time()))
        .on(
            "org.handrail.handoff.confirmed.v1",
            Over.class,
            (envelope, over) -> handoffs.over(envelope.requireAgency(), handoff(envelope)))
        .on(
            "org.handrail.handoff.closed.v1",
            Over.class,
            (envelope, over) -> handoffs.over(envelope.requireAgency(), handoff(envelope)));
  }

  private static UUID handoff(Envelope envelope) {
    return UUID.fromString(envelope.aggregateId());
  }
}
