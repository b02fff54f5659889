package org.handrail.client.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.handrail.client.handout.HandoutKind;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that was gone through with a client, who said that they understood it (V7, V11).
 *
 * @param textHash by which its words are read at {@code /api/handouts/texts/}; none of one that was
 *     acknowledged before words were kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Sheet(
    UUID id, Kind kind, String version, String language, @Nullable String textHash, ActView act) {

  /** What a sheet is about. */
  enum Kind {
    /** What a peer specialist does and does not do. */
    EXPECTATIONS,
    /** What cannot be kept confidential, to be known before anything is confided. */
    CONFIDENTIALITY_LIMITS,
    /** The client's rights. */
    RIGHTS;

    HandoutKind handout() {
      return HandoutKind.valueOf(name());
    }
  }
}
