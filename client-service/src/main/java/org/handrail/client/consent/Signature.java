package org.handrail.client.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature and its date, 42 CFR 2.31(a)(8) and (9).
 *
 * @param initialled whether the entire record was initialled
 */
public record Signature(Signer signer, Instant at, boolean initialled) {

  /** Who signed. */
  public sealed interface Signer {
    record Client() implements Signer {}

    /**
     * One who may sign for the client, and by what authority (42 CFR 2.14, 2.15); blank when the
     * form does not say.
     */
    record Representative(String authority) implements Signer {}
  }

  /** What was put before us as a signature; either part may be missing. */
  public record Offered(@Nullable Signer signer, @Nullable Instant at, boolean initialled) {}

  Offered asOffered() {
    return new Offered(signer, at, initialled);
  }
}
