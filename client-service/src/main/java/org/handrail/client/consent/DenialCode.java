package org.handrail.client.consent;

/**
 * Why nothing is released. The rules of a consent are tried in this order, and the first that fails
 * names the denial.
 */
public enum DenialCode {
  CONSENT_MISSING("consent-missing"),
  CONSENT_DISCLOSER("consent-discloser"),
  CONSENT_RECIPIENT("consent-recipient"),
  CONSENT_NOT_TREATING("consent-not-treating"),
  CONSENT_NOT_ACTIVE("consent-not-active"),
  CONSENT_DEFICIENT("consent-deficient"),
  CONSENT_REVOKED("consent-revoked"),
  CONSENT_EXPIRED("consent-expired"),
  CONSENT_RESTRICTED("consent-restricted"),
  CONSENT_PURPOSE("consent-purpose"),
  CONSENT_CATEGORY("consent-category"),
  /** In an emergency: the receiver is not medical personnel. */
  NOT_MEDICAL_PERSONNEL("not-medical-personnel"),
  /** In an emergency: one of the facts that 42 CFR 2.51 wants recorded is missing. */
  EMERGENCY_INCOMPLETE("emergency-incomplete");

  private final String code;

  DenialCode(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
