package org.handrail.client.grant;

import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
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
    return new Reached(ENDED, attention);
  }

  @Bean
  WhenDue accessGrantDestroy(Attention attention) {
    return new Reached(DESTROY, attention);
  }

  private record Reached(String kind, Attention attention) implements WhenDue {
    @Override
    public void due(AgencyId agency, UUID about) {
      attention.ask(
          agency, Role.PRIVACY_OFFICER, new Attention.Matter(kind, "access-grant", about));
    }
  }
}
