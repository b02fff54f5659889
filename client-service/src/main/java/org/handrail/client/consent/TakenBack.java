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
    return !consent.isIrrevocableAt(now)
        && (consent.isTakenBackItselfAt(now)
            || since(consent, now).contains(new Extent.Nobody())
            || leavesNobody(consent, now));
  }

  private boolean leavesNobody(Consent.Signed consent, Instant now) {
    var said = since(consent, now);
    var ways =
        consent.form().disclosers().stream()
            .flatMap(
                discloser ->
                    consent.form().recipients().named().stream()
                        .filter(recipient -> !recipient.equals(discloser))
                        .map(recipient -> new Way(discloser, recipient)))
            .toList();
    return !ways.isEmpty() && ways.stream().allMatch(way -> way.isBarredBy(said));
  }

  /** Whether the consent lets nothing go any more from the one party to the other. */
  boolean bars(PartyId discloser, PartyId recipient, Consent.Signed consent, Instant now) {
    return ends(consent, now)
        || (!consent.isIrrevocableAt(now)
            && new Way(discloser, recipient).isBarredBy(since(consent, now)));
  }

  /** From whom to whom. */
  private record Way(PartyId discloser, PartyId recipient) {
    boolean isBarredBy(Set<Extent> said) {
      return said.contains(new Extent.OneRecipient(recipient))
          || said.contains(new Extent.OnePlace(recipient))
          || said.contains(new Extent.OnePlace(discloser));
    }
  }

  /** Of a consent that still tells somebody something: who has no part in it any more. */
  Set<PartyId> barred(Consent consent, Parties parties, Instant now) {
    if (!(consent instanceof Consent.Signed one)
        || one.statusAt(now, this) != Consent.Status.ACTIVE
        || one.isIrrevocableAt(now)) {
      return Set.of();
    }
    return since(one, now).stream()
        .filter(extent -> one.form().concerns(extent, parties))
        .flatMap(extent -> extent.party().stream())
        .collect(toUnmodifiableSet());
  }

  /** What was taken back since it was signed so that those should hear who received something. */
  Set<Extent> toBeTold(Consent.Signed consent, Instant now) {
    return extents(said(consent.signature().at(), now).filter(said -> said.revocation().told()));
  }

  private Set<Extent> since(Consent.Signed consent, Instant now) {
    return extents(said(consent.signature().at(), now));
  }

  private Set<Extent> extents(Stream<Said> said) {
    return said.flatMap(each -> each.revocation().beyond(each.of().form(), keeper).stream())
        .collect(toUnmodifiableSet());
  }

  /** What was taken back by saying it of a consent. */
  private record Said(Consent.Signed of, Revocation revocation) {}

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
