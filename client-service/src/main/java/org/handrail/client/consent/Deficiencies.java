package org.handrail.client.consent;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.handrail.client.consent.minor.Age;
import org.handrail.client.party.Parties;
import org.handrail.client.party.Party;
import org.handrail.client.party.PartyId;
import org.handrail.client.party.Standing;

/** Looks for every element of 42 CFR 2.31(a) that a form and its signature lack, all at once. */
final class Deficiencies {
  private final Set<Deficiency> found = EnumSet.noneOf(Deficiency.class);
  private final ConsentForm form;
  private final Parties parties;

  private Deficiencies(ConsentForm form, Parties parties) {
    this.form = form;
    this.parties = parties;
  }

  /**
   * What the paper and its signature lack.
   *
   * @param keeper the agency whose record it is: it may disclose whether or not the register knows
   *     it
   */
  static Set<Deficiency> of(
      ConsentForm form, Signature.Offered signature, PartyId keeper, Parties parties, Instant now) {
    var search = new Deficiencies(form, parties);
    search.paper();
    search.register(keeper);
    search.signature(signature, now);
    return search.found;
  }

  /** What the paper lacks before anybody signs it: no signature at {@code now} would heal it. */
  static Set<Deficiency> before(ConsentForm form, PartyId keeper, Parties parties, Instant now) {
    var search = new Deficiencies(form, parties);
    search.paper();
    search.register(keeper);
    search.endsAfter(now);
    return search.found;
  }

  /**
   * What is wrong on the face of a consent that somebody once accepted (P2-CON-1). What the
   * register says of a recipient may have changed since; by what it says now the door packs. How
   * old somebody was may be known only since, and a guardian's name typed by a minor at their own
   * sign-in is no signature of the guardian (P2-CON-9).
   */
  static Set<Deficiency> onTheFaceOf(Consent.Signed consent, Parties parties, Age age) {
    var search = new Deficiencies(consent.form(), parties);
    search.paper();
    search.signature(consent.signature().asOffered(), consent.signature().at());
    consent
        .signature()
        .signer()
        .lacking(age.whoSigns(consent.signature().at()))
        .ifPresent(search.found::add);
    return search.found;
  }

  private void paper() {
    whoAndWhat();
    recipients();
    criminalJustice();
    whyAndUntilWhen();
    statements();
  }

  private void whoAndWhat() {
    when(Words.areMissing(form.patientName()), Deficiency.PATIENT_NAME_MISSING);
    when(form.disclosers().isEmpty(), Deficiency.DISCLOSER_MISSING);
    when(form.categories().isEmpty(), Deficiency.CATEGORIES_MISSING);
    when(Words.areMissing(form.description()), Deficiency.DESCRIPTION_MISSING);
    when(accompanied(Category.COUNSELING_NOTES), Deficiency.COUNSELING_NOTES_NOT_ALONE);
    when(accompanied(Category.LEGAL_PROCEEDINGS), Deficiency.LEGAL_PROCEEDINGS_NOT_ALONE);
  }

  private boolean accompanied(Category category) {
    return form.categories().contains(category) && form.categories().size() > 1;
  }

  private void recipients() {
    when(form.recipients().nobodyStated(), Deficiency.RECIPIENT_MISSING);
    when(
        form.recipients() instanceof Recipients.OfClass(var phrase)
            && !Words.areMissing(phrase)
            && !form.isSingleTpoConsent(),
        Deficiency.RECIPIENT_CLASS_NOT_ALLOWED);
    when(
        form.recipients()
                instanceof Recipients.Through(_, Recipients.Participants.OtherClass(var phrase))
            && !Words.areMissing(phrase),
        Deficiency.INTERMEDIARY_CLASS_NOT_TREATING);
    when(
        form.recipients() instanceof Recipients.Through(var hub, _)
            && !parties.byId(hub).is(Standing.INTERMEDIARY),
        Deficiency.NOT_AN_INTERMEDIARY);
  }

  /** Such a consent stands alone: its parties and its purpose, nothing else (P2-CON-8). */
  private void criminalJustice() {
    var named = form.recipients().named();
    var toCourt = named.stream().map(parties::byId).anyMatch(Party::isCriminalJustice);
    var forCourt = form.purposes().contains(Purpose.CJ);
    when(
        toCourt && !form.purposes().isEmpty() && !form.purposes().equals(Set.of(Purpose.CJ)),
        Deficiency.CRIMINAL_JUSTICE_PURPOSE_MIXED);
    when(
        (toCourt || forCourt)
            && !form.recipients().nobodyStated()
            && !form.isToCriminalJusticeAlone(parties),
        Deficiency.CRIMINAL_JUSTICE_RECIPIENTS_MIXED);
  }

  /** Whom the register knows, and what may be said to them. */
  private void register(PartyId keeper) {
    when(
        !form.disclosers().stream().allMatch(one -> one.equals(keeper) || parties.knows(one)),
        Deficiency.DISCLOSER_UNKNOWN);
    var named = form.recipients().named();
    when(!named.stream().allMatch(parties::knows), Deficiency.RECIPIENT_UNKNOWN);
    when(
        form.recipients() instanceof Recipients.Through(var hub, _)
            && parties.byId(hub).is(Standing.INTERMEDIARY)
            && !named.stream().filter(parties::knows).allMatch(parties.membersOf(hub)::contains),
        Deficiency.RECIPIENT_NOT_A_MEMBER);
    when(
        named.stream()
                .filter(parties::knows)
                .map(parties::byId)
                .anyMatch(Party::isCommunityResource)
            && !form.categories().stream().allMatch(Category::goesWithReferrals),
        Deficiency.COMMUNITY_TOLD_TOO_MUCH);
  }

  private void whyAndUntilWhen() {
    when(form.purposes().isEmpty(), Deficiency.PURPOSE_MISSING);
    when(Words.areMissing(form.revocation().statement()), Deficiency.REVOCATION_STATEMENT_MISSING);
    when(Words.areMissing(form.revocation().method()), Deficiency.REVOCATION_METHOD_MISSING);
    when(
        form.irrevocableUntil() != null && !form.mayBeIrrevocable(parties),
        Deficiency.IRREVOCABLE_NOT_ALLOWED);
    when(
        switch (form.expiry()) {
          case Expiry.At _ -> false;
          case Expiry.OnEvent(var event) -> Words.areMissing(event);
          case Expiry.Never _ -> !Purpose.TPO.containsAll(form.purposes());
          case Expiry.Unstated _ -> true;
        },
        Deficiency.EXPIRY_REQUIRED);
  }

  /**
   * While the purpose or the recipient is open, so are the statements that most of them need:
   * nobody hears of them only once the purpose is there.
   */
  private void statements() {
    var told = form.statements();
    var tpo = form.servesTpo() || form.purposes().isEmpty();
    when(
        tpo && mayReachHipaaParty() && !told.hipaaRedisclosure(),
        Deficiency.HIPAA_REDISCLOSURE_STATEMENT_MISSING);
    when(tpo && !told.redisclosureRisk(), Deficiency.REDISCLOSURE_RISK_MISSING);
    when(tpo && !told.refusalConsequences(), Deficiency.REFUSAL_CONSEQUENCES_MISSING);
    when(
        form.purposes().contains(Purpose.FUNDRAISING) && !told.fundraisingOptOut(),
        Deficiency.OPT_OUT_STATEMENT_MISSING);
  }

  private boolean mayReachHipaaParty() {
    if (form.recipients().nobodyStated()) {
      return true;
    }
    return switch (form.recipients()) {
      case Recipients.OfClass _ -> true;
      case Recipients.Through(_, Recipients.Participants.TreatingProviders _) -> true;
      case Recipients.Through _, Recipients.Named _ ->
          form.recipients().named().stream().map(parties::byId).anyMatch(Party::isBoundByHipaa);
    };
  }

  private void signature(Signature.Offered offered, Instant now) {
    when(offered.signer() == null, Deficiency.SIGNATURE_MISSING);
    when(offered.isAWordOnThePhone(), Deficiency.NOT_A_SIGNATURE);
    when(offered.isOfAnotherByOwnSignIn(), Deficiency.OWN_SIGN_IN_OF_THE_CLIENT_ALONE);
    var authority = offered.signer() == null ? null : offered.signer().authority();
    when(
        authority != null && Words.areMissing(authority),
        Deficiency.REPRESENTATIVE_AUTHORITY_MISSING);
    when(
        form.categories().contains(Category.ENTIRE_RECORD) && !offered.initialled(),
        Deficiency.ENTIRE_RECORD_NOT_INITIALLED);
    var at = offered.at();
    if (at == null) {
      found.add(Deficiency.SIGNED_AT_MISSING);
    } else {
      when(at.isAfter(now), Deficiency.SIGNED_IN_FUTURE);
      endsAfter(at);
    }
  }

  private void endsAfter(Instant signing) {
    when(
        form.expiry() instanceof Expiry.At(var end) && !end.isAfter(signing),
        Deficiency.EXPIRY_PAST);
  }

  private void when(boolean lacking, Deficiency deficiency) {
    if (lacking) {
      found.add(deficiency);
    }
  }
}
