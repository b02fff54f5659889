package org.handrail.client.consent;

import java.util.Arrays;
import java.util.Optional;

/** A kind of information about a client that a consent may name and a release may carry. */
public enum Category {
  CONTACT("contact"),
  DEMOGRAPHICS("demographics"),
  REFERRAL("referral"),
  /** What became of a referral: the way back. */
  REFERRAL_STATUS("referral-status"),
  PLAN("plan"),
  ENCOUNTERS("encounters"),
  ATTENDANCE("attendance"),
  RECOVERY_CAPITAL("recovery-capital"),
  TREATMENT_RECORD("treatment-record"),
  /** The minimum that medical personnel may see in an emergency, 42 CFR 2.51. */
  EMERGENCY_SET("emergency-set"),
  /** Alone on its consent, 42 CFR 2.31(b). */
  COUNSELING_NOTES("counseling-notes"),
  /** Alone on its consent, 42 CFR 2.31(d). */
  LEGAL_PROCEEDINGS("legal-proceedings"),
  /** Only when the client put their initials to it. */
  ENTIRE_RECORD("entire-record");

  private final String code;

  Category(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * Whether a consent to this category also covers the other. What must stand alone is never part
   * of the entire record.
   */
  boolean covers(Category other) {
    return this == other || (this == ENTIRE_RECORD && !other.standsAlone());
  }

  boolean standsAlone() {
    return this == COUNSELING_NOTES || this == LEGAL_PROCEEDINGS;
  }

  /**
   * Whether the door has an allow-list for it when it releases for a referral; all else stays
   * behind whatever a consent says (P2-MIN-1). None of these reveals by itself why somebody is a
   * client, so a place of the community may be told them (P2-CON-7).
   */
  public boolean goesWithReferrals() {
    return this == CONTACT || this == DEMOGRAPHICS || this == REFERRAL || this == REFERRAL_STATUS;
  }

  public static Optional<Category> of(String code) {
    return Arrays.stream(values()).filter(category -> category.code.equals(code)).findFirst();
  }
}
