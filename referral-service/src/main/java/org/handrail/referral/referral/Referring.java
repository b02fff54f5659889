package org.handrail.referral.referral;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/** Refers clients on behalf of other features, through the same door. */
public interface Referring {
  /** The service, under the names that the client was told, and the partner that runs it. */
  record Place(UUID serviceId, String service, String organization, AgencyId agency) {}

  /** What is asked for a client. */
  record Need(
      UUID clientId,
      UUID optionSetId,
      String need,
      Purpose purpose,
      Urgency urgency,
      List<Category> required,
      List<Category> optional,
      @Nullable String reason) {}

  /** Refuses categories that a referral of this kind does not need (P2-MIN-1). */
  void check(Purpose purpose, List<Category> required, List<Category> optional);

  /**
   * What the door would say of a need to an agency.
   *
   * @param told in which word; absent where no consent of the client names that agency for the
   *     purpose at present
   */
  record Hearing(@Nullable String told) {}

  /** Asks the door; null when that cannot be learnt now. Never within a transaction. */
  @Nullable Hearing hearing(
      UUID clientId, AgencyId receiver, Purpose purpose, String need, OnBehalfOf who);

  /**
   * Lets the places of a choice be asked, which the caller holds.
   *
   * @throws org.handrail.platform.problem.Refusal {@code choice-under-way}, with the id of the
   *     referral that is
   */
  void requireNoneUnderWay(UUID optionSetId);

  /**
   * Sends it, in the open transaction of the requester; the door judges it as any other.
   *
   * @return the referral's id
   */
  UUID send(Need need, Place place, AgencyId requester, SubjectId by);
}
