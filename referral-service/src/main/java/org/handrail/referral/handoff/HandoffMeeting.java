package org.handrail.referral.handoff;

import java.time.Instant;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the two sides with the person there, or one that it did not come to.
 *
 * @param incoming by what the other side's person was there; absent when it did not come to it
 */
record HandoffMeeting(
    boolean held,
    Instant at,
    Mode mode,
    Place place,
    SubjectId outgoing,
    @Nullable Incoming incoming,
    Instant recordedAt) {

  /** How people meet when they hand over warmly; a letter is none of these. */
  enum Mode {
    FACE_TO_FACE,
    PHONE,
    VIDEO
  }

  /** Where the person was. */
  enum Place {
    NEW_PLACE,
    EARLIER_PLACE,
    OUR_PLACE,
    CLIENTS_PLACE,
    COMMUNITY,
    REMOTE
  }

  /** What the person of the incoming side is there; their name is not kept. */
  enum Incoming {
    INTAKE,
    CLINICIAN,
    PEER,
    HOUSE_LEAD,
    OTHER
  }
}
