package org.handrail.client.consent;

import java.time.Instant;
import java.util.Optional;
import org.handrail.client.consent.minor.WhoSigns;
import org.handrail.platform.act.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * A signature and its date, 42 CFR 2.31(a)(8) and (9).
 *
 * @param how it was given
 * @param initialled whether the entire record was initialled
 */
public record Signature(Signer signer, ActKind how, Instant at, boolean initialled) {

  /** Who signed. */
  public sealed interface Signer {
    record Client() implements Signer {}

    /** A minor, and one who may sign for them, together (42 CFR 2.14). */
    record Both(String by) implements Signer {}

    /**
     * One who may sign for the client, and by what authority (42 CFR 2.14, 2.15); blank when the
     * form does not say.
     */
    record Representative(String by) implements Signer {}

    /** Of those two: by what authority somebody signs for the client. */
    default @Nullable String authority() {
      return switch (this) {
        case Client _ -> null;
        case Both(var by) -> by;
        case Representative(var by) -> by;
      };
    }

    /** {@code client}, {@code representative} or {@code both}. */
    default String code() {
      return switch (this) {
        case Client _ -> "client";
        case Both _ -> "both";
        case Representative _ -> "representative";
      };
    }

    /** The signature that is missing beside it, where the law asks for more (P2-CON-9). */
    default Optional<Deficiency> lacking(WhoSigns who) {
      return switch (this) {
        case Representative _ when who != WhoSigns.ADULT ->
            Optional.of(Deficiency.MINOR_SIGNATURE_MISSING);
        case Client _ when who == WhoSigns.MINOR_AND_GUARDIAN ->
            Optional.of(Deficiency.GUARDIAN_SIGNATURE_MISSING);
        case Client _, Both _, Representative _ -> Optional.empty();
      };
    }

    /** The signer of that code. */
    static Signer of(String code, @Nullable String authority) {
      var by = authority == null ? "" : authority;
      return switch (code) {
        case "client" -> new Client();
        case "both" -> new Both(by);
        default -> new Representative(by);
      };
    }
  }

  /** What was put before us as a signature; either part may be missing. */
  public record Offered(
      @Nullable Signer signer, ActKind how, @Nullable Instant at, boolean initialled) {

    boolean isAWordOnThePhone() {
      return how == ActKind.PHONE;
    }

    /** Whether another than the client would sign by the client's sign-in, which only they have. */
    boolean isOfAnotherByOwnSignIn() {
      return how == ActKind.OWN_SIGN_IN && signer != null && !(signer instanceof Signer.Client);
    }

    /** The same without its date. */
    Offered undated() {
      return new Offered(signer, how, null, initialled);
    }
  }

  /** As it would be if whoever must sign did so in person at that time, initials and all. */
  static Signature supposed(Instant at) {
    return new Signature(new Signer.Both("supposed"), ActKind.IN_PERSON, at, true);
  }

  Offered asOffered() {
    return new Offered(signer, how, at, initialled);
  }
}
