package org.handrail.client.party;

import java.util.regex.Pattern;

/**
 * Names an organisation: a partner agency by its alias, or one without a sign-in (a food bank, a
 * court's probation office).
 */
public record PartyId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  public PartyId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a party's id is lower-case letters, digits and hyphens");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
