package org.handrail.notification.notification;

import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.inbox.EventSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What services ask people to look at. */
@Configuration(proxyBeanMethods = false)
class AskedAttention {

  /** Of one person, or else of everybody of a role. */
  record Asked(
      String code,
      String subjectKind,
      UUID subjectId,
      @Nullable String role,
      @Nullable SubjectId subject) {

    Addressee whom() {
      return subject != null
          ? new Addressee.Somebody(subject)
          : new Addressee.Everybody(Role.of(role == null ? "" : role).orElseThrow());
    }
  }

  @Bean
  EventSubscription attentionEvents(Notifications notifications) {
    return EventSubscription.of("attention", "handrail.client.v1", "handrail.referral.v1")
        .on(
            "org.handrail.attention.asked.v1",
            Asked.class,
            (envelope, asked) ->
                notifications.add(
                    asked.whom(),
                    new News(
                        asked.code(), asked.subjectKind(), asked.subjectId(), envelope.time())));
  }
}
