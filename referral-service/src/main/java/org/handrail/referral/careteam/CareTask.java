package org.handrail.referral.careteam;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Something that the client, or somebody at their side, means to do.
 *
 * @param words that the client reads, too
 * @param owner who does it: the client, unless they want it otherwise
 */
record CareTask(
    UUID id,
    UUID clientId,
    Code code,
    String words,
    Owner owner,
    @Nullable LocalDate dueOn,
    State state,
    SubjectId addedBy,
    Instant addedAt,
    @Nullable Instant settledAt,
    long version) {

  /** What kind of thing it is. */
  enum Code {
    CALL_PLACE,
    VISIT_PLACE,
    GATHER_PAPERS,
    ARRANGE_RIDE,
    ARRANGE_CARE_AT_HOME,
    PACK,
    ATTEND,
    ASK,
    OTHER
  }

  /** Who does it. */
  enum Owner {
    CLIENT,
    SPECIALIST
  }

  /** Whether it still is to be done. Dropping one is nobody's failure. */
  enum State {
    OPEN,
    DONE,
    DROPPED
  }
}
