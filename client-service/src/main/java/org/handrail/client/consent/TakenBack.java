package org.handrail.client.consent;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.client.consent.Revocation.Extent;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;

/**
 * What a person took back of all that they signed, on whichever record of theirs (P2-REV-1). The
 * door and whoever shows a consent ask the same.
 */
public final class TakenBack {
  private final PartyId keeper;
  private final List<Consent.Signed> signed;

  /**
   * By all consents of a person.
   *
   * @param keeper of their records
   */
  TakenBack(PartyId keeper, Collection<? extends Consent> consents) {
    this.keeper = keeper;
    signed =
        consents.stream()
            .filter(Consent.Signed.class::isInstance)
            .map(Consent.Signed.class::cast)
            .toList();
  }

  /** Whether the consent lets nothing go to anybody any more. */
  boolean ends(Consent.Signed consent, Instant now) {
    if (consent.isIrrevocableAt(now)) {
      return false;
    }
    var since = since(consent.signature().at(), now);
    var named = consent.form().recipients().named();
    return consent.isTakenBackItselfAt(now)
        || since.contains(new Extent.Nobody())
        || (!named.isEmpty()
            && named.stream().map(Extent.OneRecipient::new).allMatch(since::contains))
        || isOfPlacesTakenBackWhole(consent, now);
  }

  // Who took a consent back as a whole has done with its places: with the answers of these as well,
  // which another consent lets back to whoever keeps the record.
  private boolean isOfPlacesTakenBackWhole(Consent.Signed consent, Instant now) {
    var over =
        said(consent.signature().at(), now)
            .filter(said -> said.revocation().extent() instanceof Extent.Whole)
            .flatMap(said -> said.beyond(keeper).stream())
            .collect(toUnmodifiableSet());
    var places =
        consent.form().recipients().named().stream()
            .filter(party -> !party.equals(keeper))
            .toList();
    return !places.isEmpty()
        && places.stream().map(Extent.OneRecipient::new).allMatch(over::contains);
  }

  /** Whether the consent lets nothing go to that party any more. */
  boolean bars(PartyId party, Consent.Signed consent, Instant now) {
    return ends(consent, now)
        || (!consent.isIrrevocableAt(now)
            && since(consent.signature().at(), now).contains(new Extent.OneRecipient(party)));
  }

  /** Of a consent that still tells somebody something: whom it could tell and does not. */
  Set<PartyId> barred(Consent consent, Parties parties, Instant now) {
    if (!(consent instanceof Consent.Signed one)
        || one.statusAt(now, this) != Consent.Status.ACTIVE
        || one.isIrrevocableAt(now)) {
      return Set.of();
    }
    return since(one.signature().at(), now).stream()
        .filter(Extent.OneRecipient.class::isInstance)
        .map(extent -> ((Extent.OneRecipient) extent).recipient())
        .filter(
            party -> one.form().recipients().reach(party, parties) != Recipients.Reach.NOT_AT_ALL)
        .collect(toUnmodifiableSet());
  }

  private Set<Extent> since(Instant signedAt, Instant now) {
    return said(signedAt, now)
        .flatMap(said -> said.beyond(keeper).stream())
        .collect(toUnmodifiableSet());
  }

  /** What was taken back by saying it of a consent. */
  private record Said(Consent.Signed of, Revocation revocation) {
    Set<Extent> beyond(PartyId keeper) {
      return revocation.beyond(of.form(), keeper);
    }
  }

  /**
   * What was said by whatever consent after or at the instant of a signature (fail closed). What
   * binds is not taken back itself, but whoever takes everything back may say so of it.
   */
  private Stream<Said> said(Instant signedAt, Instant now) {
    return signed.stream()
        .flatMap(
            consent ->
                consent.revocations().stream().map(revocation -> new Said(consent, revocation)))
        .filter(
            said ->
                !said.of().isIrrevocableAt(now)
                    || said.revocation().extent() instanceof Extent.Nobody)
        .filter(
            said ->
                !said.revocation().at().isAfter(now) && !signedAt.isAfter(said.revocation().at()));
  }
}
