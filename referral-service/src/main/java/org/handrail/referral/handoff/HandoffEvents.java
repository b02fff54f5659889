package org.handrail.referral.handoff;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.springframework.stereotype.Component;

/** What others are told of handoffs: who stays with whom, and until when. */
@Component
class HandoffEvents {
  private final Outbox outbox;

  HandoffEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The outgoing specialist is to stay assigned. */
  record Opened(UUID clientId, UUID referralId, SubjectId outgoing, ContinuumStep to) {}

  /** Contact is confirmed: the outgoing specialist may go. */
  record Confirmed(UUID clientId, UUID referralId, SubjectId outgoing, ContinuumStep to) {}

  /** It is followed no longer. */
  record Closed(
      UUID clientId,
      UUID referralId,
      SubjectId outgoing,
      Handoff.ClosingReason reason,
      boolean outgoingStays) {}

  void opened(AgencyId agency, Handoff h) {
    append(agency, h, "opened", new Opened(h.clientId(), h.referralId(), h.outgoing(), h.to()));
  }

  void confirmed(AgencyId agency, Handoff h) {
    append(
        agency, h, "confirmed", new Confirmed(h.clientId(), h.referralId(), h.outgoing(), h.to()));
  }

  void closed(AgencyId agency, Handoff h, Handoff.ClosingReason reason) {
    append(
        agency,
        h,
        "closed",
        new Closed(h.clientId(), h.referralId(), h.outgoing(), reason, h.outgoingStays()));
  }

  private void append(AgencyId agency, Handoff handoff, String what, Object data) {
    outbox.append(
        new AggregateEvent(
            "handrail.referral.v1",
            "org.handrail.handoff." + what + ".v1",
            handoff.id(),
            handoff.version(),
            agency,
            data));
  }
}
