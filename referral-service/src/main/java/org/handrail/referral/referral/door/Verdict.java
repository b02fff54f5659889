package org.handrail.referral.referral.door;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the door said, or why nothing is known of what it says. */
public sealed interface Verdict {
  /** The package lies at the door under this id. */
  record Released(UUID disclosureId, List<String> released, List<String> withheld)
      implements Verdict {}

  /**
   * Judged and refused.
   *
   * @param decidedAt when; the same question gets the same answer though more may go since. Absent
   *     where the door did not say
   */
  record Denied(String code, @Nullable Instant decidedAt) implements Verdict {
    static final String STRANGER = "client-not-yours";

    /** To the door the client, or who asks for them, is not there (any more). */
    public static Denied ofStranger() {
      return new Denied(STRANGER, null);
    }

    public boolean isOfStranger() {
      return code.equals(STRANGER);
    }
  }

  /**
   * No answer: the same is to be asked again later.
   *
   * @param mayHaveHeard whether the door may have judged it, and let it out
   */
  record Unknown(boolean mayHaveHeard) implements Verdict {}

  /** An answer that makes no sense for this question, while others may well be answered. */
  record Senseless(int status) implements Verdict {
    /** Refused before it was judged. */
    public boolean isTurnedAway() {
      return status >= 400 && status < 500;
    }

    /** The door itself failed, which says nothing of the question. */
    public boolean isFailure() {
      return status >= 500;
    }
  }
}
