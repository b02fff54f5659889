package org.handrail.client.consent;

import java.util.Set;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Whether something may be released. A denial is an answer like any other: it has its row in the
 * ledger.
 */
public sealed interface Judgement {
  /**
   * @param basis what permits it
   * @param withheld optional categories that the basis does not cover
   * @param via the intermediary through which the consent reaches the recipient
   * @param redisclosure what the receiver may pass on
   */
  record Permit(
      Basis basis, Set<Category> withheld, @Nullable PartyId via, Redisclosure redisclosure)
      implements Judgement {
    public Permit {
      withheld = Set.copyOf(withheld);
    }

    /** The consent that permits it, where no emergency does. */
    public Consent.Signed consent() {
      return switch (basis) {
        case Basis.OfConsent(var consent) -> consent;
        case Basis.OfEmergency _ ->
            throw new IllegalStateException("an emergency does not come this way");
      };
    }
  }

  record Deny(DenialCode code) implements Judgement {}

  /** What permits a release. */
  sealed interface Basis {
    /** Exactly one consent, which covers all of it alone. */
    record OfConsent(Consent.Signed consent) implements Basis {}

    /**
     * A bona fide medical emergency: its record is written first, and a restriction does not bar
     * it.
     */
    record OfEmergency(String citation) implements Basis {}
  }
}
