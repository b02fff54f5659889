package org.handrail.platform.caller;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person who can sign in, by the {@code sub} of their token: an id that says nothing of them. */
public record SubjectId(@JsonValue String value) {

  private static final int LONGEST = 128;
  private static final Alphabet ALPHABET =
      Alphabet.of(Alphabet.CAPITALS, Alphabet.SMALL, Alphabet.DIGITS, "._:-");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SubjectId {
    if (!ALPHABET.spells(value, LONGEST)) {
      throw new IllegalArgumentException("not a subject");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
