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
  WhenDue accessGrantEnded(AccessGrants grants, Attention attention) {
    return new Asking(ENDED, grants, attention);
  }

  @Bean
  WhenDue accessGrantDestroy(AccessGrants grants, Attention attention) {
    return new Asking(DESTROY, grants, attention);
  }

  /** A grant is read where the request is that it came of. */
  private record Asking(String kind, AccessGrants grants, Attention attention) implements WhenDue {
    @Override
    public void due(AgencyId agency, UUID about) {
      var request = grants.find(agency, about).orElseThrow().requestId();
      attention.ask(
          agency, Role.PRIVACY_OFFICER, new Attention.Matter(kind, "record-request", request));
    }
  }
}
