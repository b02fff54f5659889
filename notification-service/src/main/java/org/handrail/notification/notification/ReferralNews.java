package org.handrail.notification.notification;

import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.inbox.Envelope;
import org.handrail.platform.inbox.EventSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What referrals tell, and whom it concerns. */
@Configuration(proxyBeanMethods = false)
class ReferralNews {

  private static final String REFERRAL = "referral";

  /** A referral reached this agency; nothing of it is needed. */
  record Delivered() {}

  /**
   * An answer that this agency may know.
   *
   * @param requester who sent the referral
   */
  record StatusReleased(SubjectId requester, @Nullable String step, String businessStatus) {

    String told() {
      return step == null ? businessStatus : step;
    }
  }

  /**
   * The door let nothing out.
   *
   * @param requester who sent the referral
   */
  record Refused(SubjectId requester) {}

  @Bean
  EventSubscription referralEvents(Notifications notifications) {
    return EventSubscription.of("referrals", "handrail.referral.v1")
        .on(
            "org.handrail.referral.delivered.v1",
            Delivered.class,
            (envelope, delivered) ->
                notifications.add(
                    new Addressee.Everybody(Role.INTAKE_COORDINATOR),
                    news("referral-delivered", envelope)))
        .on(
            "org.handrail.referral.status-released.v1",
            StatusReleased.class,
            (envelope, status) ->
                notifications.add(
                    new Addressee.Somebody(status.requester()),
                    news("referral-" + status.told(), envelope)))
        .on(
            "org.handrail.referral.refused.v1",
            Refused.class,
            (envelope, refused) ->
                notifications.add(
                    new Addressee.Somebody(refused.requester()),
                    news("referral-refused", envelope)));
  }

  private static News news(String code, Envelope envelope) {
    return new News(code, REFERRAL, UUID.fromString(envelope.aggregateId()), envelope.time());
  }
}
