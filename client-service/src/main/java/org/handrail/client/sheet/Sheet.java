package org.handrail.client.sheet;

import java.util.UUID;
import org.handrail.platform.act.ActView;

/** A sheet that was gone through with a client, who said that they understood it (V7, V11). */
record Sheet(UUID id, Kind kind, String version, String language, ActView act) {

  /** What a sheet is about. */
  enum Kind {
    /** What a peer specialist does and does not do. */
    EXPECTATIONS,
    /** What cannot be kept confidential, to be known before anything is confided. */
    CONFIDENTIALITY_LIMITS,
    /** The client's rights. */
    RIGHTS
  }
}
