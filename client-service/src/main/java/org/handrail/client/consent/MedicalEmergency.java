package org.handrail.client.consent;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
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
 * @param at date and time
 * @param nature the nature of the emergency
 * @param whyNoConsent why the client's consent cannot be had
 */
public record MedicalEmergency(
    Profession profession,
    @Nullable String personnel,
    @Nullable String facility,
    @Nullable String discloser,
    @Nullable Instant at,
    @Nullable String nature,
    @Nullable String whyNoConsent) {

  public static final String CITATION = "42 CFR 2.51";

  /** What the receiver is by profession. */
  public enum Profession {
    PHYSICIAN,
    NURSE,
    PARAMEDIC,
    PHARMACIST,
    LAW_ENFORCEMENT,
    PROBATION,
    FAMILY,
    OTHER;

    boolean isMedical() {
      return switch (this) {
        case PHYSICIAN, NURSE, PARAMEDIC, PHARMACIST -> true;
        case LAW_ENFORCEMENT, PROBATION, FAMILY, OTHER -> false;
      };
    }
  }

  /** What 42 CFR 2.51(c) wants recorded. */
  public enum Fact {
    PERSONNEL("/personnel", "The name of the medical personnel is missing."),
    FACILITY("/facility", "Where the medical personnel belong is missing."),
    DISCLOSER("/discloser", "The name of the person who discloses is missing."),
    AT("/at", "Date and time are missing."),
    NATURE("/nature", "The nature of the emergency is missing."),
    WHY_NO_CONSENT("/whyNoConsent", "Why the client cannot be asked is missing.");

    private final String pointer;
    private final String detail;

    Fact(String pointer, String detail) {
      this.pointer = pointer;
      this.detail = detail;
    }

    public String pointer() {
      return pointer;
    }

    public String detail() {
      return detail;
    }
  }

  /** Every fact that is not there. */
  public Set<Fact> missing() {
    var missing = EnumSet.noneOf(Fact.class);
    when(isMissing(personnel), Fact.PERSONNEL, missing);
    when(isMissing(facility), Fact.FACILITY, missing);
    when(isMissing(discloser), Fact.DISCLOSER, missing);
    when(at == null, Fact.AT, missing);
    when(isMissing(nature), Fact.NATURE, missing);
    when(isMissing(whyNoConsent), Fact.WHY_NO_CONSENT, missing);
    return missing;
  }

  private static void when(boolean lacking, Fact fact, Set<Fact> missing) {
    if (lacking) {
      missing.add(fact);
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
    if (!missing().isEmpty()) {
      return new Judgement.Deny(DenialCode.EMERGENCY_INCOMPLETE);
    }
    return new Judgement.Permit(
        new Judgement.Basis.OfEmergency(CITATION), Set.of(), null, Redisclosure.CONSENT_ONLY);
  }

  private static boolean isMissing(@Nullable String fact) {
    return fact == null || Words.areMissing(fact);
  }
}
