package org.handrail.client.consent;

import java.util.Set;
import java.util.stream.Stream;
import org.handrail.client.party.Party;
import org.handrail.client.party.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A bona fide medical emergency in which the client's consent cannot be had, 42 CFR 2.51
 * (P2-EMG-1).
 *
 * @param personnel the name of the medical personnel
 * @param facility where they belong
 * @param discloser the name of the person who discloses
 * @param nature the nature of the emergency
 * @param whyNoConsent why the client's consent cannot be had
 */
public record MedicalEmergency(
    Profession profession,
    @Nullable String personnel,
    @Nullable String facility,
    @Nullable String discloser,
    @Nullable String nature,
    @Nullable String whyNoConsent) {

  static final String CITATION = "42 CFR 2.51";

  /** What the receiver is by profession. */
  public enum Profession {
    PHYSICIAN,
    NURSE,
    PARAMEDIC,
    PHARMACIST,
    LAW_ENFORCEMENT,
    OTHER;

    boolean isMedical() {
      return switch (this) {
        case PHYSICIAN, NURSE, PARAMEDIC, PHARMACIST -> true;
        case LAW_ENFORCEMENT, OTHER -> false;
      };
    }
  }

  /**
   * Restrictions and revocations do not bear on an emergency; who the receiver is and what is on
   * record do.
   */
  public Judgement judge(Party recipient) {
    if (!profession.isMedical() || !recipient.is(Standing.MEDICAL)) {
      return new Judgement.Deny(DenialCode.NOT_MEDICAL_PERSONNEL);
    }
    if (Stream.of(personnel, facility, discloser, nature, whyNoConsent)
        .anyMatch(MedicalEmergency::isMissing)) {
      return new Judgement.Deny(DenialCode.EMERGENCY_INCOMPLETE);
    }
    return new Judgement.Permit(
        new Judgement.Basis.OfEmergency(CITATION), Set.of(), null, Redisclosure.CONSENT_ONLY);
  }

  private static boolean isMissing(@Nullable String fact) {
    return fact == null || fact.isBlank();
  }
}
