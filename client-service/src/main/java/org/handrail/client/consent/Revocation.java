package org.handrail.client.consent;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.handrail.client.party.PartyId;

/**
 * That a client took a consent back, in writing or by word of mouth (P2-REV-1). In force from that
 * very instant.
 *
 * @param told whether the client wants those who received something under it to hear of it
 */
public record Revocation(Instant at, Extent extent, boolean told) {

  /** How much was taken back. */
  public sealed interface Extent {
    /** {@code whole}, {@code place}, {@code recipient} or {@code nobody}. */
    default String code() {
      return switch (this) {
        case Whole _ -> "whole";
        case OnePlace _ -> "place";
        case OneRecipient _ -> "recipient";
        case Nobody _ -> "nobody";
      };
    }

    /** The one party that it is about, if it is about one. */
    default Optional<PartyId> party() {
      return switch (this) {
        case OnePlace(var place) -> Optional.of(place);
        case OneRecipient(var recipient) -> Optional.of(recipient);
        case Whole _, Nobody _ -> Optional.empty();
      };
    }

    /** Whether whoever said this has said the other too. */
    default boolean says(Extent other) {
      return equals(other)
          || (this instanceof OnePlace(var place) && other.equals(new OneRecipient(place)));
    }

    /**
     * The whole consent: also ends each place that it names under every other consent signed until
     * then, on whichever record of the person. Only not who keeps the record, which consents name
     * to hear answers: those of other places go on.
     */
    record Whole() implements Extent {}

    /**
     * A place of a consent that was taken back as a whole, under every consent signed until then:
     * it is told nothing more, and nothing more of it comes back.
     */
    record OnePlace(PartyId place) implements Extent {}

    /** One recipient: bars that party likewise, but its answers may still come back. */
    record OneRecipient(PartyId recipient) implements Extent {}

    /** "Nobody": the end of every revocable consent signed until then. */
    record Nobody() implements Extent {}
  }

  /** Whether nothing of the consent is left. */
  boolean ends(ConsentForm saidOf) {
    return extent
        .party()
        .map(barred -> saidOf.recipients().named().equals(Set.of(barred)))
        .orElse(true);
  }

  /**
   * Whether saying the other of the same consent would add nothing to this.
   *
   * @param keeper of the record
   */
  boolean saysAllOf(Revocation other, ConsentForm saidOf, PartyId keeper) {
    return (told || !other.told)
        && (ends(saidOf) || !other.ends(saidOf))
        && (extent instanceof Extent.Nobody
            || other.beyond(saidOf, keeper).stream()
                .allMatch(
                    again -> beyond(saidOf, keeper).stream().anyMatch(said -> said.says(again))));
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
              .map(Extent.OnePlace::new)
              .collect(toUnmodifiableSet());
      case Extent.OnePlace _, Extent.OneRecipient _, Extent.Nobody _ -> Set.of(extent);
    };
  }
}
