package org.handrail.notification.notification;

import java.util.List;
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
  private static final Addressee INTAKE = new Addressee.Everybody(Role.INTAKE_COORDINATOR);

  /** A referral reached this agency; nothing of it is needed. */
  record Delivered() {}

  /** A referral that had reached this agency was ended by whoever sent it; nothing is needed. */
  record Withdrawn() {}

  /**
   * An answer that this agency may know.
   *
   * @param requester who sent the referral
   * @param hears who of its agency's people hears of it; absent in what was told earlier
   */
  record StatusReleased(
      SubjectId requester,
      @Nullable List<SubjectId> hears,
      @Nullable String step,
      String businessStatus) {

    String told() {
      return step == null ? businessStatus : step;
    }
  }

  /**
   * The door let nothing out.
   *
   * @param requester who sent the referral
   * @param hears who of its agency's people hears of it; absent in what was told earlier
   */
  record Refused(SubjectId requester, @Nullable List<SubjectId> hears) {}

  @Bean
  EventSubscription referralEvents(Notifications notifications) {
    return EventSubscription.of("referrals", "handrail.referral.v1")
        .on(
            "org.handrail.referral.delivered.v1",
            Delivered.class,
            (envelope, delivered) ->
                notifications.add(INTAKE, news("referral-delivered", envelope)))
        .on(
            "org.handrail.referral.withdrawn.v1",
            Withdrawn.class,
            (envelope, withdrawn) ->
                notifications.add(INTAKE, news("referral-cancelled", envelope)))
        .on(
            "org.handrail.referral.status-released.v1",
            StatusReleased.class,
            (envelope, status) ->
                whom(status.requester(), status.hears())
                    .forEach(
                        whom ->
                            notifications.add(whom, news("referral-" + status.told(), envelope))))
        .on(
            "org.handrail.referral.refused.v1",
            Refused.class,
            (envelope, refused) ->
                whom(refused.requester(), refused.hears())
                    .forEach(whom -> notifications.add(whom, news("referral-refused", envelope))));
  }

  private static List<? extends Addressee> whom(
      SubjectId requester, @Nullable List<SubjectId> hears) {
    if (hears == null) {
      return List.of(new Addressee.Somebody(requester));
    }
    return hears.isEmpty()
        ? List.of(new Addressee.Everybody(Role.SUPERVISOR))
        : hears.stream().map(Addressee.Somebody::new).toList();
  }

  private static News news(String code, Envelope envelope) {
    return new News(code, REFERRAL, UUID.fromString(envelope.aggregateId()), envelope.time());
  }
}
