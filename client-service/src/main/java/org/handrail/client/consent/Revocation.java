package org.handrail.client.consent;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Set;
import org.handrail.client.party.PartyId;

/**
 * That a client took a consent back, in writing or by word of mouth (P2-REV-1). In force from that
 * very instant.
 */
public record Revocation(Instant at, Extent extent) {

  /** How much was taken back. */
  public sealed interface Extent {
    /** {@code whole}, {@code recipient} or {@code nobody}. */
    default String code() {
      return switch (this) {
        case Whole _ -> "whole";
        case OneRecipient _ -> "recipient";
        case Nobody _ -> "nobody";
      };
    }

    /**
     * The whole consent: also bars each party that it names under every other consent signed until
     * then, on whichever record of the person. Only not who keeps the record, which consents name
     * to hear answers: those of other places go on.
     */
    record Whole() implements Extent {}

    /** One recipient: bars that party likewise under every consent signed until then. */
    record OneRecipient(PartyId recipient) implements Extent {}

    /** "Nobody": the end of every revocable consent signed until then. */
    record Nobody() implements Extent {}
  }

  /** Whether nothing of the consent is left. */
  boolean ends(ConsentForm saidOf) {
    return switch (extent) {
      case Extent.Whole _, Extent.Nobody _ -> true;
      case Extent.OneRecipient(var barred) -> saidOf.recipients().named().equals(Set.of(barred));
    };
  }

  /**
   * Whether saying the other of the same consent would add nothing to this.
   *
   * @param keeper of the record
   */
  boolean saysAllOf(Revocation other, ConsentForm saidOf, PartyId keeper) {
    return (ends(saidOf) || !other.ends(saidOf))
        && (extent instanceof Extent.Nobody
            || beyond(saidOf, keeper).containsAll(other.beyond(saidOf, keeper)));
  }

  /**
   * What it takes back of every other consent signed until then: some parties, or everything.
   *
   * @param keeper of the record
   */
  Set<Extent> beyond(ConsentForm saidOf, PartyId keeper) {
    return switch (extent) {
      case Extent.Whole _ ->
          saidOf.recipients().named().stream()
              .filter(party -> !party.equals(keeper))
              .map(Extent.OneRecipient::new)
              .collect(toUnmodifiableSet());
      case Extent.OneRecipient _, Extent.Nobody _ -> Set.of(extent);
    };
  }
}
