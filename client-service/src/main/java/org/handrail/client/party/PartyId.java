package org.handrail.client.party;

import org.handrail.platform.caller.Alphabet;

/**
 * Names an organisation: a partner agency by its alias, or one without a sign-in (a food bank, a
 * court's probation office).
 */
public record PartyId(String value) {
  private static final int LONGEST = 64;
  private static final Alphabet ALPHABET = Alphabet.of(Alphabet.SMALL, Alphabet.DIGITS, "-");

  public PartyId {
    if (!ALPHABET.spells(value, LONGEST) || value.startsWith("-")) {
      throw new IllegalArgumentException("a party's id is lower-case letters, digits and hyphens");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
