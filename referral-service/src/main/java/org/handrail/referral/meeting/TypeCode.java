package org.handrail.referral.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A type of meetings within one fellowship, in words.
 *
 * @param means what follows from it, if anything does
 * @param language the language that it says is spoken, ISO 639
 * @param proposed not in force yet with those who publish the codes, but used
 */
record TypeCode(
    String code,
    String en,
    String es,
    @Nullable Meaning means,
    @Nullable String language,
    boolean proposed) {

  /** What a code has the coalition do. */
  enum Meaning {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("newcomer")
    NEWCOMER,
    @JsonProperty("place-closed")
    PLACE_CLOSED,
    @JsonProperty("online")
    ONLINE
  }
}
