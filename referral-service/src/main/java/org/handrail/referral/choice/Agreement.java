package org.handrail.referral.choice;

import java.time.Instant;
import java.time.LocalDate;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Who agrees on the way that the client chose: the client, the specialist, and the coalition (R6).
 *
 * @param acknowledgement absent until the client and the specialist agree
 */
record Agreement(
    @Nullable RecordedAct client,
    @Nullable BySpecialist specialist,
    @Nullable Acknowledgement acknowledgement) {

  /** The specialist agrees with what the client chose. */
  record BySpecialist(SubjectId subject, Instant at) {}

  /**
   * The coalition's part.
   *
   * @param mode whether somebody is asked, or it acknowledges everything by itself
   * @param on the day; absent while nobody has acknowledged it
   */
  record Acknowledgement(Mode mode, @Nullable LocalDate on) {}

  /** How the coalition acknowledges. */
  enum Mode {
    ASKED,
    AUTOMATIC
  }
}
