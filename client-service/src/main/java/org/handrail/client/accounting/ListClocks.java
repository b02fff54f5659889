package org.handrail.client.accounting;

import java.util.List;
import org.handrail.platform.attention.AskingWhenDue;
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

  private static final String SUBJECT = "list-request";
  private static final List<Role> WHOM = List.of(Role.PRIVACY_OFFICER, Role.SUPERVISOR);

  private final Deadlines deadlines;
  private final Attention attention;

  ListClocks(Deadlines deadlines, Attention attention) {
    this.deadlines = deadlines;
    this.attention = attention;
  }

  void asked(AgencyId agency, ListRequest request) {
    attention.ask(
        agency,
        Role.PRIVACY_OFFICER,
        new Attention.Matter("list-requested", SUBJECT, request.id()));
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

  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    @Bean
    WhenDue listRequestEscalated(Attention attention) {
      return new AskingWhenDue(ESCALATED, SUBJECT, WHOM, attention);
    }

    @Bean
    WhenDue listRequestLate(Attention attention) {
      return new AskingWhenDue(LATE, SUBJECT, WHOM, attention);
    }
  }
}
