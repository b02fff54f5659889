package org.handrail.client.consent;

import java.util.Arrays;

/**
 * Why nothing is released. The rules of a consent are tried in this order, and the first that fails
 * names the denial.
 */
public enum DenialCode {
  CONSENT_MISSING("consent-missing", "42 CFR 2.13(a), 2.31(a)"),
  CONSENT_DISCLOSER("consent-discloser", "42 CFR 2.31(a)(2)"),
  CONSENT_RECIPIENT("consent-recipient", "42 CFR 2.31(a)(4)"),
  CONSENT_NOT_TREATING("consent-not-treating", "42 CFR 2.11, 2.31(a)(4)(ii)(B)"),
  CONSENT_NOT_ACTIVE("consent-not-active", "42 CFR 2.31(a)(8), (9)"),
  CONSENT_DEFICIENT("consent-deficient", "42 CFR 2.31(c)"),
  CONSENT_REVOKED("consent-revoked", "42 CFR 2.31(a)(6), (c)"),
  CONSENT_EXPIRED("consent-expired", "42 CFR 2.31(a)(7), (c)"),
  CONSENT_RESTRICTED("consent-restricted", "42 CFR 2.26"),
  CONSENT_PURPOSE("consent-purpose", "42 CFR 2.31(a)(5)"),
  CONSENT_CATEGORY("consent-category", "42 CFR 2.31(a)(3)"),
  /** In an emergency: the receiver is not medical personnel. */
  NOT_MEDICAL_PERSONNEL("not-medical-personnel", "42 CFR 2.51(a)"),
  /** In an emergency: one of the facts that 42 CFR 2.51 wants recorded is missing. */
  EMERGENCY_INCOMPLETE("emergency-incomplete", "42 CFR 2.51(c)");

  private final String code;
  private final String rule;

  DenialCode(String code, String rule) {
    this.code = code;
    this.rule = rule;
  }

  public String code() {
    return code;
  }

  /** Where the law says so. */
  public String rule() {
    return rule;
  }

  /** The one of that code; the ledger keeps codes. */
  public static DenialCode of(String code) {
    return Arrays.stream(values())
        .filter(denial -> denial.code.equals(code))
        .findFirst()
        .orElseThrow();
  }
}
