package org.handrail.client.accounting;

import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The clocks of a request: it comes to the privacy officer, waits too long, is late. */
@Component
class ListClocks {
  static final String ESCALATED = "list-request-escalated";
  static final String LATE = "list-request-late";

  private final Deadlines deadlines;
  private final Attention attention;

  ListClocks(Deadlines deadlines, Attention attention) {
    this.deadlines = deadlines;
    this.attention = attention;
  }

  void asked(AgencyId agency, ListRequest request) {
    ask(agency, Role.PRIVACY_OFFICER, "list-requested", request.id());
    deadlines.set(
        agency,
        ESCALATED,
        request.id(),
        request.requestedAt().plus(request.kind().escalatedAfter()));
    deadlines.set(agency, LATE, request.id(), request.dueAt());
  }

  void extended(AgencyId agency, ListRequest request) {
    deadlines.set(agency, LATE, request.id(), request.dueAt());
  }

  void answered(AgencyId agency, ListRequest request) {
    deadlines.drop(agency, ESCALATED, request.id());
    deadlines.drop(agency, LATE, request.id());
  }

  private void ask(AgencyId agency, Role whom, String code, UUID id) {
    attention.ask(agency, whom, new Attention.Matter(code, "list-request", id));
  }

  /** One of the clocks. */
  private record Reached(String kind, ListClocks clocks) implements WhenDue {
    @Override
    public void due(AgencyId agency, UUID about) {
      clocks.ask(agency, Role.PRIVACY_OFFICER, kind, about);
      clocks.ask(agency, Role.AGENCY_ADMIN, kind, about);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    @Bean
    WhenDue listRequestEscalated(ListClocks clocks) {
      return new Reached(ESCALATED, clocks);
    }

    @Bean
    WhenDue listRequestLate(ListClocks clocks) {
      return new Reached(LATE, clocks);
    }
  }
}
