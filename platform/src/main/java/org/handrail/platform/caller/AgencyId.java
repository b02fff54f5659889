package org.handrail.platform.caller;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A partner agency, named by the alias of its organization in the coalition's realm. */
public record AgencyId(@JsonValue String value) {

  private static final int LONGEST = 63;
  private static final Alphabet ALPHABET = Alphabet.of(Alphabet.SMALL, Alphabet.DIGITS, "-");

  /** The hub itself, which sees agencies and onboarding but no client records. */
  public static final AgencyId COALITION = new AgencyId("coalition");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AgencyId {
    if (!ALPHABET.spells(value, LONGEST) || value.startsWith("-")) {
      throw new IllegalArgumentException("not an agency's alias");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
