package org.handrail.client.consent;

import org.handrail.client.party.Party;

/** What a receiver may pass on (42 CFR 2.33). */
public enum Redisclosure {
  /** As HIPAA allows, never in proceedings against the client. */
  HIPAA("hipaa"),
  /** Only as the consent itself says. */
  CONSENT_ONLY("consent-only");

  private final String code;

  Redisclosure(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * HIPAA's rules go with the single consent for all of TPO, and with a receiver that HIPAA or Part
   * 2 binds (P2-CON-6).
   */
  static Redisclosure of(ConsentForm form, Party recipient) {
    return form.isSingleTpoConsent() && recipient.isBoundByHipaaOrPart2() ? HIPAA : CONSENT_ONLY;
  }
}
