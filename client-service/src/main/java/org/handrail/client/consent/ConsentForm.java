package org.handrail.client.consent;

import java.util.Set;
import org.handrail.client.party.Parties;
import org.handrail.client.party.Party;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * What the paper says. A form may lack anything: what was left blank is blank or empty here, and
 * {@link Deficiencies} names it.
 *
 * @param patientName 42 CFR 2.31(a)(1)
 * @param disclosers who may disclose, (a)(2)
 * @param categories what, in a specific and meaningful fashion, (a)(3), together with the
 *     description
 * @param description the same in plain words
 * @param recipients to whom, (a)(4)
 * @param purposes what for, (a)(5)
 * @param revocation the right to revoke and how, (a)(6)
 * @param expiry (a)(7)
 * @param statements what the client was told
 * @param irrevocableUntil the event before which a criminal-justice consent cannot be revoked, 42
 *     CFR 2.35
 */
public record ConsentForm(
    String patientName,
    Set<PartyId> disclosers,
    Recipients recipients,
    Set<Purpose> purposes,
    Set<Category> categories,
    String description,
    Expiry expiry,
    RevocationTerms revocation,
    Statements statements,
    @Nullable String irrevocableUntil) {

  public ConsentForm {
    disclosers = Set.copyOf(disclosers);
    purposes = Set.copyOf(purposes);
    categories = Set.copyOf(categories);
  }

  /** The right to revoke in writing, and how to do it. */
  public record RevocationTerms(String statement, String method) {}

  /**
   * What the client was told and has before them on the form.
   *
   * @param hipaaRedisclosure the record may be passed on as HIPAA permits, except in proceedings
   *     against the client, (a)(4)(iii)
   * @param redisclosureRisk what is passed on may lose the protection of Part 2, (a)(10)(i)
   * @param refusalConsequences what follows from refusing to sign, (a)(10)(ii)
   * @param fundraisingOptOut the right to opt out of fundraising, (a)(5)
   */
  public record Statements(
      boolean hipaaRedisclosure,
      boolean redisclosureRisk,
      boolean refusalConsequences,
      boolean fundraisingOptOut) {}

  /**
   * Whether this is the single consent for all treatment, payment and health care operations, and
   * for nothing else.
   */
  boolean isSingleTpoConsent() {
    return purposes.equals(Purpose.TPO);
  }

  boolean servesTpo() {
    return purposes.stream().anyMatch(Purpose.TPO::contains);
  }

  /** Whether somebody has a part in this consent whom that takes away from it. */
  boolean concerns(Revocation.Extent takenBack, Parties parties) {
    return switch (takenBack) {
      case Revocation.Extent.OneRecipient(var party) -> reaches(party, parties);
      case Revocation.Extent.OnePlace(var party) ->
          reaches(party, parties) || disclosers.contains(party);
      case Revocation.Extent.Nobody _, Revocation.Extent.Whole _ -> true;
    };
  }

  boolean reaches(PartyId party, Parties parties) {
    return recipients.reach(party, parties) != Recipients.Reach.NOT_AT_ALL;
  }

  /** Whether the consent speaks of that category. */
  public boolean covers(Category asked) {
    return categories.stream().anyMatch(given -> given.covers(asked));
  }

  /**
   * Only a consent to criminal-justice parties alone may bind the client until an event (P2-CON-8).
   */
  boolean mayBeIrrevocable(Parties parties) {
    return purposes.equals(Set.of(Purpose.CJ)) && isToCriminalJusticeAlone(parties);
  }

  boolean isToCriminalJusticeAlone(Parties parties) {
    return recipients instanceof Recipients.Named(var named)
        && named.stream().map(parties::byId).allMatch(Party::isCriminalJustice);
  }
}
