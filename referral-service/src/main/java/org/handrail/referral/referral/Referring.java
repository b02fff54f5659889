package org.handrail.referral.referral;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.SubjectId;
import org.handrail.referral.choice.PersonsNeeds;
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

  /**
   * Refuses categories that a referral of this kind does not need (P2-MIN-1), and to ask places of
   * which the one that takes it would not be told for what: it was asked just that.
   */
  void check(Purpose purpose, List<Category> required, List<Category> optional);

  /** Whether the place takes it still, and the same agency runs it. */
  boolean isTaken(Place place, AgencyId requester);

  /** What the door would say of a need to an agency at present. */
  sealed interface Hearing {
    /** The referral would go and its answers come back; the agency may be told this word. */
    record Told(String need) implements Hearing {}

    /**
     * One of the two would not.
     *
     * @param code the door's for the sending, or {@link #WAY_BACK_CLOSED}
     */
    record Untold(String code) implements Hearing {
      public static final String WAY_BACK_CLOSED = "way-back-closed";
    }

    /** To the door the client, or who asks for them, is not there (any more). */
    record Stranger() implements Hearing {
      public static final String CODE = "client-not-yours";
    }

    /** Cannot be learnt now. */
    record Unknown() implements Hearing {}
  }

  /** Asks the door, which writes nothing down for that. Never within a transaction. */
  Hearing hearing(Need need, AgencyId receiver, OnBehalfOf who);

  /**
   * Lets the places of a choice be asked, which the caller holds.
   *
   * @throws org.handrail.platform.problem.Refusal {@code choice-under-way}, with the id of the
   *     referral of that choice that is, or of one for the same need that waits for the door
   */
  void requireNoneUnderWay(UUID optionSetId, PersonsNeeds.Held need);

  /**
   * Sends it, in the open transaction of the requester; the door judges it as any other.
   *
   * @return the referral's id
   */
  UUID send(Need need, Place place, AgencyId requester, SubjectId by);
}
