package org.handrail.client.consent;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.handrail.client.client.ClientId;
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
   * Once it is on record that so much of a consent was taken back. Whoever another consent in force
   * names is not left with nothing: one that binds (P2-CON-8), or where a consent that names nobody
   * was taken back, of which only itself is.
   *
   * @return the parties; everybody if null
   */
  @Nullable Set<PartyId> by(
      AgencyId agency, Consent.Signed consent, Revocation.Extent extent, Instant now) {
    var named = stillNamed(agency, consent.client(), now);
    if (extent instanceof Revocation.Extent.Nobody && named.isEmpty()) {
      return null;
    }
    var left = new HashSet<>(takenBackFrom(agency, consent, extent));
    left.removeAll(named);
    return Set.copyOf(left);
  }

  private Set<PartyId> takenBackFrom(
      AgencyId agency, Consent.Signed consent, Revocation.Extent extent) {
    return switch (extent) {
      case Revocation.Extent.Nobody _ -> parties.all();
      case Revocation.Extent.OnePlace(var place) -> Set.of(place);
      case Revocation.Extent.OneRecipient(var recipient) -> Set.of(recipient);
      case Revocation.Extent.Whole _ -> {
        var reached = new HashSet<>(consent.form().recipients().named());
        if (reached.isEmpty()) {
          reached.addAll(parties.all());
          reached.removeIf(party -> !consent.form().reaches(party, parties));
        }
        reached.remove(new PartyId(agency.value()));
        yield reached;
      }
    };
  }

  private Set<PartyId> stillNamed(AgencyId agency, ClientId client, Instant now) {
    var keeper = new PartyId(agency.value());
    List<Consent> all = consents.ofPerson(agency, client);
    var takenBack = new TakenBack(keeper, all);
    return all.stream()
        .filter(Consent.Signed.class::isInstance)
        .map(Consent.Signed.class::cast)
        .filter(other -> other.client().equals(client))
        .filter(other -> other.statusAt(now, takenBack) == Consent.Status.ACTIVE)
        .flatMap(
            other ->
                other.form().recipients().named().stream()
                    .filter(party -> !takenBack.bars(keeper, party, other, now)))
        .collect(toUnmodifiableSet());
  }
}
