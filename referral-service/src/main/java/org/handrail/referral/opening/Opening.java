package org.handrail.referral.opening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.SubjectId;
import org.handrail.referral.referral.Referring;
import org.jspecify.annotations.Nullable;

/**
 * A client's need that the places of their choice are asked about, none of which knows whose it is.
 *
 * @param area a coarse code, such as a county's
 * @param endsAt when it is withdrawn, unless somebody has claimed it
 * @param ended by a claim or a withdrawal
 * @param referralId what came of a claim
 */
record Opening(
    UUID id,
    Referring.Need need,
    String area,
    SubjectId openedBy,
    Instant openedAt,
    Instant endsAt,
    boolean ended,
    @Nullable UUID referralId,
    List<Offer> offers) {

  /**
   * What one place is asked.
   *
   * @param need as the place is told it
   */
  record Offer(
      UUID id,
      UUID openingId,
      Referring.Place place,
      String need,
      String area,
      String urgency,
      Instant offeredAt,
      @Nullable Instant claimedAt,
      @Nullable Instant goneAt) {

    boolean isOpen() {
      return claimedAt == null && goneAt == null;
    }
  }
}
