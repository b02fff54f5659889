package org.handrail.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.handrail.referral.referral.lifecycle.History;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.jspecify.annotations.Nullable;

/**
 * A referral as the current agency may see it.
 *
 * @param disclosureId of the delivery
 * @param categories what was released to the receiver
 * @param request what only the requester knows; absent for the receiver
 */
record Referral(
    UUID id,
    AgencyId requester,
    AgencyId receiver,
    Service service,
    Purpose purpose,
    Urgency urgency,
    Instant createdAt,
    @Nullable Instant deliveredAt,
    @Nullable UUID disclosureId,
    List<String> categories,
    @Nullable Request request,
    List<Entry> entries) {

  /** The service, under the names that the client was told. */
  record Service(UUID id, String name, String organization) {}

  /**
   * What only the requester knows.
   *
   * @param watchedSince when the client signed anew, if it is waited for again since then
   * @param reroutedFrom the referral that this one took the place of
   * @param reroutedTo the one that took its place
   */
  record Request(
      UUID clientId,
      UUID optionSetId,
      String need,
      List<String> required,
      List<String> optional,
      List<String> withheld,
      @Nullable String reason,
      SubjectId draftedBy,
      @Nullable Instant watchedSince,
      @Nullable UUID reroutedFrom,
      @Nullable UUID reroutedTo) {}

  /** A step, and where it stands on its way to the other party. */
  record Entry(
      int seq, Taken taken, SubjectId subject, Crossing crossing, @Nullable UUID disclosureId) {}

  /**
   * What the requester asked for.
   *
   * @throws IllegalStateException for anybody else
   */
  Request asked() {
    if (request == null) {
      throw new IllegalStateException("only the requester's side knows the client");
    }
    return request;
  }

  /**
   * Whether a party may know for what the person is sent: the requester, or who was released it.
   */
  boolean tellsWhatFor(Party party) {
    return party == Party.REQUESTER || isToldWhatFor(categories);
  }

  /** Whether what was released says for what the person is sent. */
  static boolean isToldWhatFor(List<String> released) {
    return released.contains(Codes.of(Category.REFERRAL));
  }

  /** Whether something of it waited for the door before that time, and still does. */
  boolean waitedBefore(Instant at) {
    return entries.stream()
        .filter(entry -> entry.crossing() == Crossing.AWAITING)
        .anyMatch(entry -> entry.taken().at().isBefore(at));
  }

  /**
   * When the receiver was sent it.
   *
   * @throws IllegalStateException before that
   */
  Instant arrival() {
    if (deliveredAt == null) {
      throw new IllegalStateException("it was not delivered");
    }
    return deliveredAt;
  }

  /**
   * Since when a party's clocks run, as far as it can see: from the delivery, from when it went on
   * after it had been on hold, or from when the client signed anew.
   */
  Instant runsSince(Party party) {
    Instant since = seenBy(party).lastAt(Step.RESUMED).orElseGet(this::arrival);
    Instant again = request == null ? null : request.watchedSince();
    return again == null || again.isBefore(since) ? since : again;
  }

  Party partyOf(AgencyId agency) {
    return agency.equals(requester) ? Party.REQUESTER : Party.RECEIVER;
  }

  AgencyId agencyOf(Party party) {
    return party == Party.RECEIVER ? receiver : requester;
  }

  History seenBy(Party party) {
    return new History(party, entries.stream().map(Entry::taken).toList());
  }

  /** Whether the door is still to be asked about the sending. */
  boolean sendingUnderWay() {
    return deliveredAt == null
        && entries.stream().anyMatch(entry -> entry.crossing() == Crossing.AWAITING);
  }
}
