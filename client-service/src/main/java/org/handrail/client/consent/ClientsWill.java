package org.handrail.client.consent;

import java.time.Instant;
import java.util.List;
import org.handrail.client.consent.minor.Age;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a client said or signed about the sharing of their record, and who treats them.
 *
 * @param keeper of the person's records
 * @param consents those on any record of the person: on the one that is asked about they may cover
 *     something, and on each of them something may have been taken back
 * @param age of the person, which says whose signatures count
 */
public record ClientsWill(
    PartyId keeper,
    List<Consent> consents,
    List<Restriction> restrictions,
    List<TreatingRelationship> treatingRelationships,
    Age age) {
  public ClientsWill {
    consents = List.copyOf(consents);
    restrictions = List.copyOf(restrictions);
    treatingRelationships = List.copyOf(treatingRelationships);
  }

  /**
   * As it would be if that draft were signed at that time.
   *
   * @param replaces the consent whose place it takes, if any
   */
  ClientsWill ifSigned(Consent.Draft draft, @Nullable ConsentId replaces, Instant at) {
    var then =
        consents.stream()
            .map(
                consent ->
                    consent.id().equals(draft.id())
                        ? Consent.Signed.now(draft, Signature.supposed(at))
                        : consent instanceof Consent.Signed signed && signed.id().equals(replaces)
                            ? signed.supersededAt(at)
                            : consent)
            .toList();
    return new ClientsWill(keeper, then, restrictions, treatingRelationships, age);
  }

  TakenBack takenBack() {
    return new TakenBack(keeper, consents);
  }

  /** What one of the consents is between those two: revoked, if it lets nothing go any more. */
  public Consent.Status statusBetween(
      PartyId discloser, PartyId recipient, Consent consent, Instant now) {
    var takenBack = takenBack();
    var status = consent.statusAt(now, takenBack);
    return status == Consent.Status.ACTIVE
            && consent instanceof Consent.Signed signed
            && takenBack.bars(discloser, recipient, signed, now)
        ? Consent.Status.REVOKED
        : status;
  }
}
