package org.handrail.client.grant;

import java.util.List;
import org.handrail.platform.attention.AskingWhenDue;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An access ends by itself; that copies are destroyed somebody must see to. */
@Configuration(proxyBeanMethods = false)
class GrantClocks {
  static final String ENDED = "access-grant-ended";
  static final String DESTROY = "access-grant-destroy";

  @Bean
  WhenDue accessGrantEnded(Attention attention) {
    return asking(ENDED, attention);
  }

  @Bean
  WhenDue accessGrantDestroy(Attention attention) {
    return asking(DESTROY, attention);
  }

  private static WhenDue asking(String kind, Attention attention) {
    return new AskingWhenDue(kind, "access-grant", List.of(Role.PRIVACY_OFFICER), attention);
  }
}
