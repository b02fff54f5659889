package org.handrail.client.consent;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who hears nothing more of a person once something was taken back. What others were sent goes on
 * (P2-REV-1).
 */
@Component
class LeftWithNothing {
  private final Consents consents;
  private final Parties parties;

  LeftWithNothing(Consents consents, Parties parties) {
    this.consents = consents;
    this.parties = parties;
  }

  /**
   * Once it is on record that so much of a consent was taken back.
   *
   * @return the parties; everybody if null
   */
  @Nullable Set<PartyId> by(
      AgencyId agency, Consent.Signed consent, Revocation.Extent extent, Instant now) {
    var keeper = new PartyId(agency.value());
    return switch (extent) {
      case Revocation.Extent.Nobody _ -> null;
      case Revocation.Extent.OnePlace(var place) -> Set.of(place);
      case Revocation.Extent.OneRecipient(var recipient) -> Set.of(recipient);
      case Revocation.Extent.Whole _ -> {
        var left = new HashSet<>(consent.form().recipients().named());
        if (left.isEmpty()) {
          left.addAll(parties.all());
          left.removeIf(party -> !consent.form().reaches(party, parties));
          left.removeAll(stillNamed(agency, consent, now));
        }
        left.remove(keeper);
        yield Set.copyOf(left);
      }
    };
  }

  // Of a consent that names nobody only itself is taken back.
  private Set<PartyId> stillNamed(AgencyId agency, Consent.Signed consent, Instant now) {
    var keeper = new PartyId(agency.value());
    List<Consent> all = consents.ofPerson(agency, consent.client());
    var takenBack = new TakenBack(keeper, all);
    return all.stream()
        .filter(Consent.Signed.class::isInstance)
        .map(Consent.Signed.class::cast)
        .filter(other -> other.statusAt(now, takenBack) == Consent.Status.ACTIVE)
        .flatMap(
            other ->
                other.form().recipients().named().stream()
                    .filter(party -> !takenBack.bars(keeper, party, other, now)))
        .collect(toUnmodifiableSet());
  }
}
