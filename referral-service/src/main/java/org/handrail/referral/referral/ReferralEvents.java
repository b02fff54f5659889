package org.handrail.referral.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What others are told of referrals: ids and codes, each event for one side. Only the requester's
 * side is told of the client.
 */
@Component
class ReferralEvents {
  private static final String TOPIC = "handrail.referral.v1";

  private final Outbox outbox;
  private final WhoHears hears;
  private final ApplicationEventPublisher here;

  ReferralEvents(Outbox outbox, WhoHears hears, ApplicationEventPublisher here) {
    this.outbox = outbox;
    this.hears = hears;
    this.here = here;
  }

  /** Drafted for a client. */
  record Drafted(
      UUID clientId, SubjectId requester, UUID optionSetId, UUID serviceId, AgencyId receiver) {}

  /** Handed to the door. */
  record Sent(
      UUID clientId, SubjectId requester, UUID serviceId, AgencyId receiver, Urgency urgency) {}

  /**
   * Released to the receiver.
   *
   * @param serviceId absent, as the urgency is, where the category {@code referral} was not
   *     released
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Delivered(
      AgencyId requestingAgency,
      AgencyId receiver,
      @Nullable UUID serviceId,
      @Nullable Urgency urgency,
      UUID disclosureId,
      List<String> categories) {}

  /** Refused by the door: a task for who hears of it at the client's side. */
  record Refused(
      UUID clientId, SubjectId requester, List<SubjectId> hears, AgencyId receiver, String code) {}

  /** The receiver took a step; the other side is not told by this. */
  record Answered(
      AgencyId requestingAgency,
      AgencyId receiver,
      Step step,
      TaskStatus status,
      @Nullable BusinessStatus businessStatus) {}

  /** An answer of the receiver went through the door: the requester's people may know it. */
  record StatusReleased(
      UUID clientId,
      SubjectId requester,
      List<SubjectId> hears,
      AgencyId receiver,
      Step step,
      TaskStatus status,
      @Nullable BusinessStatus businessStatus,
      @Nullable UUID disclosureId) {}

  /** The requester's end of it went through the door: the receiver's people may know it. */
  record Withdrawn(
      AgencyId requestingAgency,
      AgencyId receiver,
      TaskStatus status,
      @Nullable BusinessStatus businessStatus,
      @Nullable UUID disclosureId) {}

  /** The requester ended it, or their clock did. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cancelled(
      UUID clientId,
      SubjectId requester,
      AgencyId receiver,
      TaskStatus status,
      @Nullable BusinessStatus businessStatus,
      @Nullable Reason reason) {}

  void drafted(Referral r) {
    Referral.Request request = r.asked();
    append(
        "drafted",
        r,
        0,
        r.requester(),
        new Drafted(
            request.clientId(),
            request.draftedBy(),
            request.optionSetId(),
            r.service().id(),
            r.receiver()));
  }

  void sent(Referral r, int version) {
    append(
        "sent",
        r,
        version,
        r.requester(),
        new Sent(
            r.asked().clientId(),
            r.asked().draftedBy(),
            r.service().id(),
            r.receiver(),
            r.urgency()));
  }

  void delivered(Referral r, int version, UUID disclosureId, List<String> categories) {
    boolean saysWhatFor = Referral.isToldWhatFor(categories);
    append(
        "delivered",
        r,
        version,
        r.receiver(),
        new Delivered(
            r.requester(),
            r.receiver(),
            saysWhatFor ? r.service().id() : null,
            saysWhatFor ? r.urgency() : null,
            disclosureId,
            categories));
  }

  void refused(Referral r, int version, String code) {
    append(
        "refused",
        r,
        version,
        r.requester(),
        new Refused(r.asked().clientId(), r.asked().draftedBy(), hears.of(r), r.receiver(), code));
  }

  void answered(Referral r, int version, Taken taken) {
    append(
        "answered",
        r,
        version,
        r.receiver(),
        new Answered(
            r.requester(),
            r.receiver(),
            taken.step(),
            taken.standing().status(),
            taken.standing().businessStatus()));
  }

  /** For the agency that may see it now. */
  void released(Referral r, Referral.Entry entry) {
    Taken taken = entry.taken();
    if (taken.by() == Party.RECEIVER) {
      append(
          "status-released",
          r,
          entry.seq(),
          r.requester(),
          new StatusReleased(
              r.asked().clientId(),
              r.asked().draftedBy(),
              hears.of(r),
              r.receiver(),
              taken.step(),
              taken.standing().status(),
              taken.standing().businessStatus(),
              entry.disclosureId()));
      here.publishEvent(new AnswerReleased(r.id(), r.requester()));
    } else {
      append(
          "withdrawn",
          r,
          entry.seq(),
          r.receiver(),
          new Withdrawn(
              r.requester(),
              r.receiver(),
              taken.standing().status(),
              taken.standing().businessStatus(),
              entry.disclosureId()));
    }
  }

  void cancelled(Referral r, int version, Taken taken) {
    append(
        "cancelled",
        r,
        version,
        r.requester(),
        new Cancelled(
            r.asked().clientId(),
            r.asked().draftedBy(),
            r.receiver(),
            taken.standing().status(),
            taken.standing().businessStatus(),
            taken.reason()));
  }

  private void append(String what, Referral r, int version, AgencyId side, Object data) {
    outbox.append(
        new AggregateEvent(
            TOPIC, "org.handrail.referral." + what + ".v1", r.id(), version, side, data));
  }
}
