package org.handrail.client.request;

import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Brings requests to the privacy officer, and the client's own ones in time. */
@Component
class RequestClocks {
  static final String DUE = "record-request-due";
  static final String LATE = "record-request-late";

  private final Deadlines deadlines;
  private final Attention attention;

  RequestClocks(Deadlines deadlines, Attention attention) {
    this.deadlines = deadlines;
    this.attention = attention;
  }

  void received(AgencyId agency, RecordRequest request) {
    var held = request.status() == RecordRequest.Status.ON_HOLD;
    ask(
        agency,
        Role.PRIVACY_OFFICER,
        held ? "record-request-on-hold" : "record-request",
        request.id());
    var due = request.dueAt();
    if (due != null) {
      var at = request.received().recordedAt();
      deadlines.set(agency, DUE, request.id(), at.plus(RecordRequest.OWN_ACCESS_REMINDED));
      deadlines.set(agency, LATE, request.id(), due);
    }
  }

  void answered(AgencyId agency, RecordRequest request) {
    deadlines.drop(agency, DUE, request.id());
    deadlines.drop(agency, LATE, request.id());
  }

  private void ask(AgencyId agency, Role whom, String code, UUID id) {
    attention.ask(agency, whom, new Attention.Matter(code, "record-request", id));
  }

  private record Reached(String kind, RequestClocks clocks) implements WhenDue {
    @Override
    public void due(AgencyId agency, UUID about) {
      clocks.ask(agency, Role.PRIVACY_OFFICER, kind, about);
      clocks.ask(agency, Role.AGENCY_ADMIN, kind, about);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    @Bean
    WhenDue recordRequestDue(RequestClocks clocks) {
      return new Reached(DUE, clocks);
    }

    @Bean
    WhenDue recordRequestLate(RequestClocks clocks) {
      return new Reached(LATE, clocks);
    }
  }
}
