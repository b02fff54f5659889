package org.handrail.client.consent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Why information may be shared. */
public enum Purpose {
  @JsonProperty("TREAT")
  TREAT("TREAT"),
  @JsonProperty("HPAYMT")
  HPAYMT("HPAYMT"),
  @JsonProperty("HOPERAT")
  HOPERAT("HOPERAT"),
  /** Coordination of care and community support. */
  @JsonProperty("COC")
  COC("COC"),
  /** Criminal justice, 42 CFR 2.35. */
  @JsonProperty("CJ")
  CJ("CJ"),
  FUNDRAISING("fundraising");

  /** Treatment, payment and health care operations. */
  static final Set<Purpose> TPO = Set.copyOf(EnumSet.of(TREAT, HPAYMT, HOPERAT));

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Purpose> of(String code) {
    return Arrays.stream(values()).filter(purpose -> purpose.code.equals(code)).findFirst();
  }
}
