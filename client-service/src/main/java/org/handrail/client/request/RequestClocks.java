package org.handrail.client.request;

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

/** Brings requests to the privacy officer, and the client's own ones in time. */
@Component
class RequestClocks {
  static final String DUE = "record-request-due";
  static final String LATE = "record-request-late";

  private static final String SUBJECT = "record-request";
  private static final List<Role> WHOM = List.of(Role.PRIVACY_OFFICER);

  private final Deadlines deadlines;
  private final Attention attention;

  RequestClocks(Deadlines deadlines, Attention attention) {
    this.deadlines = deadlines;
    this.attention = attention;
  }

  void received(AgencyId agency, RecordRequest request) {
    var held = request.status() == RecordRequest.Status.ON_HOLD;
    attention.ask(
        agency,
        Role.PRIVACY_OFFICER,
        new Attention.Matter(
            held ? "record-request-on-hold" : "record-request", SUBJECT, request.id()));
    var due = request.dueAt();
    if (due != null) {
      var at = request.received().at();
      deadlines.set(agency, DUE, request.id(), at.plus(RecordRequest.OWN_ACCESS_REMINDED));
      deadlines.set(agency, LATE, request.id(), due);
    }
  }

  void answered(AgencyId agency, RecordRequest request) {
    deadlines.drop(agency, DUE, request.id());
    deadlines.drop(agency, LATE, request.id());
  }

  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    @Bean
    WhenDue recordRequestDue(Attention attention) {
      return new AskingWhenDue(DUE, SUBJECT, WHOM, attention);
    }

    @Bean
    WhenDue recordRequestLate(Attention attention) {
      return new AskingWhenDue(LATE, SUBJECT, WHOM, attention);
    }
  }
}
