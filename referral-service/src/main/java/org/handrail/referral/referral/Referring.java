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
   * Whether the client's consents name that agency for this purpose at present; null when that
   * cannot be learnt now. Never within a transaction.
   */
  @Nullable Boolean covers(UUID clientId, AgencyId receiver, Purpose purpose, OnBehalfOf who);

  /**
   * Sends it, in the open transaction of the requester; the door judges it as any other.
   *
   * @return the referral's id
   */
  UUID send(Need need, Place place, AgencyId requester, SubjectId by);
}
