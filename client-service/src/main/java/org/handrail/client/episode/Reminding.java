package org.handrail.client.episode;

import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds the client's specialist when the day has come to ask, or to try, again. */
@Configuration(proxyBeanMethods = false)
class Reminding {
  static final String RE_OFFER = "re-offer";
  static final String ATTEMPT = "attempt-due";

  private final Assigned assigned;
  private final Attention attention;

  Reminding(Assigned assigned, Attention attention) {
    this.assigned = assigned;
    this.attention = attention;
  }

  @Bean
  WhenDue reOffering() {
    return new OfSpecialist(RE_OFFER, "re-offer-due");
  }

  @Bean
  WhenDue tryingAgain() {
    return new OfSpecialist(ATTEMPT, "attempt-due");
  }

  /** Asks for the primary specialist's attention. */
  private final class OfSpecialist implements WhenDue {
    private final String kind;
    private final String code;

    OfSpecialist(String kind, String code) {
      this.kind = kind;
      this.code = code;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public void due(AgencyId agency, UUID about) {
      assigned
          .primary(agency, new ClientId(about))
          .ifPresent(whom -> attention.ask(agency, whom, new Matter(code, "client", about)));
    }
  }
}
