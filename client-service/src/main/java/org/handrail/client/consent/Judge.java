package org.handrail.client.consent;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a client's consents cover a release at an instant (P2-CON-1, P2-CON-5).
 *
 * <p>One consent alone must cover discloser, recipient, time, purpose and every required category;
 * the "closest" is never used. Of several that do, the one signed last is cited. Of several that do
 * not, the one that came furthest names the denial.
 */
public final class Judge {
  private static final Comparator<Consent.Signed> SIGNED_LAST =
      comparing((Consent.Signed consent) -> consent.signature().at())
          .thenComparing(consent -> consent.id().value());

  /** Why a consent covers nothing at present that nobody took back. */
  private static final Set<DenialCode> NOT_TAKEN_BACK =
      Set.of(
          DenialCode.CONSENT_NOT_TREATING,
          DenialCode.CONSENT_EXPIRED,
          DenialCode.CONSENT_RESTRICTED);

  private final Parties parties;

  public Judge(Parties parties) {
    this.parties = parties;
  }

  public Judgement judge(ReleaseRequest asked, ClientsWill will, Instant now) {
    var covering = new ArrayList<Consent.Signed>();
    var denials = new ArrayList<DenialCode>();
    var hearing = new Hearing(asked, will, now, Set.of());
    for (var consent : hearing.consents) {
      switch (hearing.examine(consent)) {
        case Finding.Covers(var signed) -> covering.add(signed);
        case Finding.Fails(var code) -> denials.add(code);
      }
    }
    return covering.stream()
        .max(SIGNED_LAST)
        .<Judgement>map(consent -> permit(asked, consent))
        .orElseGet(
            () ->
                new Judgement.Deny(
                    denials.stream().max(naturalOrder()).orElse(DenialCode.CONSENT_MISSING)));
  }

  /**
   * What was released once.
   *
   * @param by the consent that permitted it then, whatever became known of that time since
   */
  record Once(ConsentId by, Instant at) {}

  /**
   * Whether a consent would cover it that the client has not taken back. One that has run out, that
   * a restriction overrides or whose recipient does not treat them at present was not; unless it
   * was so already when this was released, by another consent then.
   */
  boolean isLeftStanding(ReleaseRequest asked, ClientsWill will, Once released, Instant now) {
    var hearing = new Hearing(asked, will, now, NOT_TAKEN_BACK);
    var before = new Hearing(asked, will, released.at(), Set.of());
    return hearing.consents.stream()
        .filter(consent -> hearing.examine(consent) instanceof Finding.Covers)
        .anyMatch(
            consent ->
                consent.id().equals(released.by())
                    || !(before.examine(consent) instanceof Finding.Fails(var code)
                        && NOT_TAKEN_BACK.contains(code)));
  }

  /**
   * What was found of one consent.
   *
   * @param fails the first rule that it fails; none when it covers all that was asked
   */
  public record Examined(Consent consent, @Nullable DenialCode fails) {}

  /** The same examination, consent by consent, for whoever wants to understand it. */
  public List<Examined> explain(ReleaseRequest asked, ClientsWill will, Instant now) {
    var hearing = new Hearing(asked, will, now, Set.of());
    return hearing.consents.stream()
        .map(
            consent ->
                new Examined(
                    consent,
                    hearing.examine(consent) instanceof Finding.Fails(var code) ? code : null))
        .toList();
  }

  private Judgement.Permit permit(ReleaseRequest asked, Consent.Signed consent) {
    var form = consent.form();
    Set<Category> withheld = new HashSet<>(asked.optional());
    withheld.removeIf(form::covers);
    Optional<PartyId> via =
        form.recipients() instanceof Recipients.Through(var hub, _)
            ? Optional.of(hub)
            : Optional.empty();
    return new Judgement.Permit(
        new Judgement.Basis.OfConsent(consent),
        withheld,
        via.orElse(null),
        Redisclosure.of(form, parties.byId(asked.recipient())));
  }

  /** What the examination of one consent found. */
  private sealed interface Finding {
    record Covers(Consent.Signed consent) implements Finding {}

    record Fails(DenialCode code) implements Finding {}
  }

  private final class Hearing {
    private final ReleaseRequest asked;
    private final ClientsWill will;
    private final Instant now;
    private final Set<DenialCode> overlooked;
    private final List<Consent> consents;
    private final TakenBack takenBack;

    Hearing(ReleaseRequest asked, ClientsWill will, Instant now, Set<DenialCode> overlooked) {
      this.asked = asked;
      this.will = will;
      this.now = now;
      this.overlooked = overlooked;
      this.takenBack = will.takenBack();
      this.consents =
          will.consents().stream()
              .filter(consent -> consent.client().equals(asked.client()))
              .filter(consent -> !(consent instanceof Consent.Rewritten))
              .toList();
    }

    /** The rules in their order: the first that fails is the finding. */
    Finding examine(Consent consent) {
      var form = consent.form();
      if (!form.disclosers().contains(asked.discloser())) {
        return new Finding.Fails(DenialCode.CONSENT_DISCLOSER);
      }
      var reach = form.recipients().reach(asked.recipient(), parties);
      if (reach == Recipients.Reach.NOT_AT_ALL) {
        return new Finding.Fails(DenialCode.CONSENT_RECIPIENT);
      }
      if (reach == Recipients.Reach.IF_TREATING
          && counts(DenialCode.CONSENT_NOT_TREATING)
          && !recipientTreatsTheClient()) {
        return new Finding.Fails(DenialCode.CONSENT_NOT_TREATING);
      }
      if (!(consent instanceof Consent.Signed signed) || !signed.isInForceAt(now)) {
        return new Finding.Fails(DenialCode.CONSENT_NOT_ACTIVE);
      }
      if (!Deficiencies.onTheFaceOf(signed, parties, will.age()).isEmpty()) {
        return new Finding.Fails(DenialCode.CONSENT_DEFICIENT);
      }
      if (takenBack.bars(asked.discloser(), asked.recipient(), signed, now)) {
        return new Finding.Fails(DenialCode.CONSENT_REVOKED);
      }
      if (counts(DenialCode.CONSENT_EXPIRED) && signed.hasExpiredAt(now)) {
        return new Finding.Fails(DenialCode.CONSENT_EXPIRED);
      }
      if (counts(DenialCode.CONSENT_RESTRICTED)
          && (isRestricted(asked.recipient())
              || (form.recipients() instanceof Recipients.Through(var hub, _)
                  && isRestricted(hub)))) {
        return new Finding.Fails(DenialCode.CONSENT_RESTRICTED);
      }
      if (!form.purposes().contains(asked.purpose())) {
        return new Finding.Fails(DenialCode.CONSENT_PURPOSE);
      }
      if (!asked.required().stream().allMatch(form::covers)) {
        return new Finding.Fails(DenialCode.CONSENT_CATEGORY);
      }
      return new Finding.Covers(signed);
    }

    private boolean counts(DenialCode rule) {
      return !overlooked.contains(rule);
    }

    private boolean isRestricted(PartyId party) {
      return will.restrictions().stream().anyMatch(restriction -> restriction.binds(party, now));
    }

    private boolean recipientTreatsTheClient() {
      return parties.byId(asked.recipient()).canTreat()
          && will.treatingRelationships().stream()
              .anyMatch(
                  relationship ->
                      relationship.provider().equals(asked.recipient())
                          && relationship.holdsAt(now));
    }
  }
}
