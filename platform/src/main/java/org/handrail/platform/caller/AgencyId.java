package org.handrail.platform.caller;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A partner agency, named by the alias of its organization in the coalition's realm. */
public record AgencyId(@JsonValue String value) {

  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /** The hub itself, which sees agencies and onboarding but no client records. */
  public static final AgencyId COALITION = new AgencyId("coalition");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AgencyId {
    if (!ALIAS.matcher(value).matches()) {
      throw new IllegalArgumentException("not an agency's alias");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
