package org.handrail.client.consent;

import org.handrail.platform.problem.Problem;

/** An element of 42 CFR 2.31 that a consent lacks or gets wrong. */
public enum Deficiency {
  PATIENT_NAME_MISSING("patient-name-missing", "/patientName", "The consent names no patient."),
  PATIENT_NAME_DIFFERS(
      "patient-name-differs", "/patientName", "The name on the consent is not the client's."),
  DISCLOSER_MISSING(
      "discloser-missing", "/disclosers", "The consent does not say who may disclose."),
  DISCLOSER_UNKNOWN(
      "discloser-unknown",
      "/disclosers",
      "One who may disclose is not in the register of parties: name one that is, or have the"
          + " coalition enter it first."),
  RECIPIENT_MISSING("recipient-missing", "/recipients", "The consent does not say to whom."),
  RECIPIENT_CLASS_NOT_ALLOWED(
      "recipient-class-not-allowed",
      "/recipients/class",
      "Only a consent for all of treatment, payment and operations may name a mere class."),
  INTERMEDIARY_CLASS_NOT_TREATING(
      "intermediary-class-not-treating",
      "/recipients/class",
      "Through an intermediary only members by name, or those who treat the client."),
  NOT_AN_INTERMEDIARY(
      "not-an-intermediary",
      "/recipients/intermediary",
      "This party is no intermediary under 42 CFR 2.11, so nothing can go through it."),
  RECIPIENT_UNKNOWN(
      "recipient-unknown",
      "/recipients",
      "A recipient is not in the register of parties: name one that is, or have the coalition enter"
          + " it first."),
  RECIPIENT_NOT_A_MEMBER(
      "recipient-not-a-member",
      "/recipients/members",
      "Through an intermediary nothing reaches one that is no member of it: name a member, or the"
          + " party itself without the intermediary."),
  CRIMINAL_JUSTICE_RECIPIENTS_MIXED(
      "criminal-justice-recipients-mixed",
      "/recipients",
      "A consent to criminal justice names criminal-justice parties and nobody else: write another"
          + " one for the others."),
  CRIMINAL_JUSTICE_PURPOSE_MIXED(
      "criminal-justice-purpose-mixed",
      "/purposes",
      "What a criminal-justice party is told is for CJ and for nothing else."),
  CATEGORIES_MISSING(
      "categories-missing", "/categories", "The consent does not say what may be disclosed."),
  DESCRIPTION_MISSING(
      "description-missing",
      "/description",
      "The consent does not describe the information in plain words."),
  ENTIRE_RECORD_NOT_INITIALLED(
      "entire-record-not-initialled",
      "/categories",
      "The entire record needs the client's initials."),
  COUNSELING_NOTES_NOT_ALONE(
      "counseling-notes-not-alone", "/categories", "Counseling notes need a consent of their own."),
  LEGAL_PROCEEDINGS_NOT_ALONE(
      "legal-proceedings-not-alone",
      "/categories",
      "Legal proceedings need a consent of their own."),
  COMMUNITY_TOLD_TOO_MUCH(
      "community-told-too-much",
      "/categories",
      "A recipient that is no health care may be told contact, demographics, referral and"
          + " referral-status only: write another consent for the others."),
  PURPOSE_MISSING("purpose-missing", "/purposes", "The consent does not say what for."),
  OPT_OUT_STATEMENT_MISSING(
      "opt-out-statement-missing",
      "/statements/fundraisingOptOut",
      "Fundraising needs the statement of the right to opt out."),
  REVOCATION_STATEMENT_MISSING(
      "revocation-statement-missing",
      "/revocation/statement",
      "The right to revoke is not stated."),
  REVOCATION_METHOD_MISSING(
      "revocation-method-missing", "/revocation/method", "The consent does not say how to revoke."),
  IRREVOCABLE_NOT_ALLOWED(
      "irrevocable-not-allowed",
      "/irrevocableUntil",
      "Only a consent to criminal-justice parties alone may bind until an event."),
  EXPIRY_REQUIRED(
      "expiry-required", "/expires", "The consent needs a date or an event at which it ends."),
  EXPIRY_PAST("expiry-past", "/expires", "The consent would have ended before it was signed."),
  HIPAA_REDISCLOSURE_STATEMENT_MISSING(
      "hipaa-redisclosure-statement-missing",
      "/statements/hipaaRedisclosure",
      "The statement on redisclosure as HIPAA permits is missing."),
  REDISCLOSURE_RISK_MISSING(
      "redisclosure-risk-missing",
      "/statements/redisclosureRisk",
      "The potential for redisclosure is not stated."),
  REFUSAL_CONSEQUENCES_MISSING(
      "refusal-consequences-missing",
      "/statements/refusalConsequences",
      "What follows from refusing to sign is not stated."),
  SIGNATURE_MISSING("signature-missing", "/signer", "Nobody signed."),
  REPRESENTATIVE_AUTHORITY_MISSING(
      "representative-authority-missing",
      "/authority",
      "The representative's authority is not stated."),
  NOT_A_SIGNATURE("not-a-signature", "/act/kind", "A word on the phone is no signature."),
  OWN_SIGN_IN_OF_THE_CLIENT_ALONE(
      "own-sign-in-of-the-client-alone",
      "/signer",
      "By their own sign-in a client signs, and nobody for them or with them: the other one signs"
          + " on paper or in person."),
  MINOR_SIGNATURE_MISSING("minor-signature-missing", "/signer", "A minor signs their own consent."),
  GUARDIAN_SIGNATURE_MISSING(
      "guardian-signature-missing",
      "/signer",
      "A minor of this age signs together with one who may sign for them."),
  SIGNED_AT_MISSING("signed-at-missing", "/act/at", "The signature has no date."),
  SIGNED_IN_FUTURE("signed-in-future", "/act/at", "The signature's date is still to come."),
  SIGNED_BEFORE_DRAFT(
      "signed-before-draft",
      "/act/at",
      "It was not written yet then. A paper that was signed before it was typed is signed-paper."),
  SIGNED_BEFORE_BIRTH(
      "signed-before-birth", "/act/at", "The client was not born yet: look at the date."),
  SIGNED_TOO_LONG_AGO(
      "signed-too-long-ago", "/act/at", "That is more than ten years ago: look at the year.");

  private final String code;
  private final String pointer;
  private final String detail;

  Deficiency(String code, String pointer, String detail) {
    this.code = code;
    this.pointer = pointer;
    this.detail = detail;
  }

  public String code() {
    return code;
  }

  /**
   * Where the element stands: in the consent, or, from the missing signature on, in the signing.
   */
  public String pointer() {
    return pointer;
  }

  public String detail() {
    return detail;
  }

  Problem.Fault fault() {
    return new Problem.Fault(pointer, code, detail);
  }
}
