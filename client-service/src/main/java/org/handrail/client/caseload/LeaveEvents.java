package org.handrail.client.caseload;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the other services who is away, so that what comes up meanwhile finds whoever is there. */
@Component
class LeaveEvents {
  private static final String TOPIC = "handrail.client.v1";

  private final Outbox outbox;

  LeaveEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record Away(UUID leaveId, String subject, @Nullable Instant backAt) {}

  record Back(UUID leaveId, String subject) {}

  /**
   * @param backAt from when on they are there again; absent until somebody says so
   */
  void away(AgencyId agency, UUID leave, SubjectId subject, @Nullable Instant backAt) {
    append(
        "org.handrail.specialist.away.v1",
        agency,
        leave,
        1,
        new Away(leave, subject.value(), backAt));
  }

  void back(AgencyId agency, UUID leave, SubjectId subject) {
    append("org.handrail.specialist.back.v1", agency, leave, 2, new Back(leave, subject.value()));
  }

  private void append(String type, AgencyId agency, UUID leave, long version, Object data) {
    outbox.append(new AggregateEvent(TOPIC, type, leave, version, agency, data));
  }
}
