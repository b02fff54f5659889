package org.handrail.client.cooccurring;

import java.util.UUID;
import org.handrail.platform.act.ActView;

/**
 * Something that a client lives with besides, or has lived through (R29): told, never assessed.
 *
 * @param language of the words, by its BCP 47 tag
 * @param raising whether others may begin to speak of it
 * @param takenBack whether the client took it back, after which they alone read it
 */
record CoOccurring(
    UUID id,
    Kind kind,
    String clientsWords,
    String language,
    Raising raising,
    ActView act,
    boolean takenBack) {

  /** Of what sort the client says that it is. */
  enum Kind {
    MENTAL_HEALTH,
    TRAUMA,
    PHYSICAL_HEALTH,
    OTHER
  }

  /** Who begins to speak of it. */
  enum Raising {
    WHEN_IT_HELPS,
    /** Nobody asks: the client comes back to it, or does not. */
    ONLY_THE_CLIENT
  }
}
