package org.handrail.referral.referral;

/**
 * Why a sending was held back, by the door or before it, in words for whoever sent it; 42 CFR
 * 2.13(a), 2.31.
 */
final class HeldBack {
  /**
   * Not the door's word: the place closed, or another agency runs it, before the door was asked.
   */
  static final String NOT_TAKEN = "place-not-available";

  private static final String RESTRICTED = "consent-restricted";

  private HeldBack() {}

  /** What is missing, and that it can be sent again. */
  static String detail(String code) {
    return switch (code) {
      case "consent-missing" ->
          "No consent of the client covers this. Once one is signed that does, send it again.";
      case "consent-discloser" ->
          "No consent lets this agency share it. Once one is signed that does, send it again.";
      case "consent-recipient" ->
          "No consent names the receiver. Once one is signed that does, send it again.";
      case "consent-not-treating" ->
          "The consent is for those who treat the client, and the receiver does not yet. Once it"
              + " does, or a consent names it, send it again.";
      case "consent-not-active" -> "The consent is not signed yet. Once it is, send it again.";
      case "consent-deficient" ->
          "The consent lacks an element of 42 CFR 2.31. Once a whole one is signed, send it again.";
      case "consent-revoked" ->
          "The client took the consent back. Should they sign another, send it again.";
      case "consent-expired" ->
          "The consent has ended. Should the client sign another, send it again.";
      case "consent-purpose" ->
          "The consent is for another purpose. Once one is signed for this, send it again.";
      case "consent-category" ->
          "The consent does not cover everything that the referral needs. Once one is signed that"
              + " does, send it again.";
      case RESTRICTED ->
          "The client asked that nothing be shared with the receiver. Should they end that, send"
              + " it again.";
      case NOT_TAKEN ->
          "The place does not offer this at present, or another agency runs it now. Let the client"
              + " choose anew.";
      case "client-not-yours" ->
          "Whoever sent it is not at the client's side any more. Somebody who is can send it"
              + " again.";
      default -> "The door released nothing. Once a consent covers it, send it again.";
    };
  }

  /** Whether another consent could let it through. */
  static boolean awaitsConsent(String code) {
    return code.startsWith("consent-") && !code.equals(RESTRICTED);
  }
}
