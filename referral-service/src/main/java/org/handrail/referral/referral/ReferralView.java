package org.handrail.referral.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.History;
import org.handrail.referral.referral.lifecycle.Lifecycle;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * A referral as one party reads it.
 *
 * @param purpose the requester's to read: a receiver is told it with the package, if at all
 * @param urgency absent for a receiver to whom the category {@code referral} was not released
 * @param loopClosed whether the person is known to have come
 * @param attention the door's code where it refused the sending: to be mended by the requester
 * @param attentionDetail the same in words: what is missing, and that it can be sent again
 * @param wayBack whether the receiver's answers would come back; absent in lists, and when it could
 *     not be asked
 * @param reroutedFrom the referral that this one took the place of; reroutedTo the other way round
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralView(
    UUID id,
    Direction direction,
    TaskStatus status,
    @Nullable BusinessStatus businessStatus,
    boolean loopClosed,
    Service service,
    String requester,
    String receiver,
    @Nullable Purpose purpose,
    @Nullable Urgency urgency,
    @Nullable UUID disclosureId,
    List<String> categories,
    @Nullable Instant intakeAt,
    @Nullable UUID clientId,
    @Nullable UUID optionSetId,
    @Nullable String need,
    @Nullable String reason,
    @Nullable List<String> required,
    @Nullable List<String> optional,
    @Nullable List<String> withheld,
    @Nullable String attention,
    @Nullable String attentionDetail,
    @Nullable Boolean wayBack,
    @Nullable UUID reroutedFrom,
    @Nullable UUID reroutedTo,
    List<HistoryItem> history,
    Set<Step> allowed,
    long version) {

  /**
   * Where it goes.
   *
   * @param id absent, as the name is, for a receiver to whom the category {@code referral} was not
   *     released
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Service(@Nullable UUID id, @Nullable String name, String organization) {
    static Service of(Referral r, Party party) {
      Referral.Service service = r.service();
      return r.tellsWhatFor(party)
          ? new Service(service.id(), service.name(), service.organization())
          : new Service(null, null, service.organization());
    }
  }

  /** Whether the caller's agency sent it or was sent it. */
  enum Direction {
    IN,
    OUT
  }

  /**
   * A step that this party may see.
   *
   * @param refusal the door's code, on a refused sending
   * @param proposedServiceId where the receiver thinks the person might go instead
   * @param disclosureId through which it came or went
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HistoryItem(
      Instant at,
      Party by,
      Step step,
      TaskStatus status,
      @Nullable BusinessStatus businessStatus,
      @Nullable Reason reason,
      @Nullable String refusal,
      @Nullable Instant intakeAt,
      @Nullable UUID proposedServiceId,
      @Nullable UUID disclosureId) {}

  static ReferralView of(Referral r, Party party, @Nullable Boolean wayBack, boolean mayAct) {
    History history = r.seenBy(party);
    Standing standing = history.standing();
    Referral.Request request = party == Party.REQUESTER ? r.request() : null;
    String attention = history.attention();
    return new ReferralView(
        r.id(),
        party == Party.REQUESTER ? Direction.OUT : Direction.IN,
        standing.status(),
        standing.businessStatus(),
        history.loopClosed(),
        Service.of(r, party),
        r.requester().value(),
        r.receiver().value(),
        request == null ? null : r.purpose(),
        r.tellsWhatFor(party) ? r.urgency() : null,
        r.disclosureId(),
        r.categories(),
        intake(history),
        request == null ? null : request.clientId(),
        request == null ? null : request.optionSetId(),
        request == null ? null : request.need(),
        request == null ? null : request.reason(),
        request == null ? null : request.required(),
        request == null ? null : request.optional(),
        request == null ? null : request.withheld(),
        attention,
        attention == null ? null : HeldBack.detail(attention),
        request == null ? null : wayBack,
        request == null ? null : request.reroutedFrom(),
        request == null ? null : request.reroutedTo(),
        r.entries().stream()
            .filter(entry -> entry.taken().visibleTo(party))
            .map(entry -> item(entry, party))
            .toList(),
        mayAct ? allowed(r, standing, party) : Set.of(),
        history.version());
  }

  private static Set<Step> allowed(Referral r, Standing standing, Party party) {
    Set<Step> allowed = Lifecycle.allowed(standing, party);
    if (party == Party.REQUESTER && r.sendingUnderWay()) {
      allowed.remove(Step.SENDING);
    }
    return allowed;
  }

  private static @Nullable Instant intake(History history) {
    return history.steps().stream()
        .map(Taken::intakeAt)
        .filter(at -> at != null)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static HistoryItem item(Referral.Entry entry, Party viewer) {
    Taken taken = entry.taken();
    boolean own = taken.by() == viewer && taken.by() == Party.RECEIVER;
    return new HistoryItem(
        taken.at(),
        taken.by(),
        taken.step(),
        taken.standing().status(),
        taken.standing().businessStatus(),
        taken.reason(),
        taken.refusal(),
        taken.intakeAt(),
        taken.proposedServiceId(),
        own ? null : entry.disclosureId());
  }
}
