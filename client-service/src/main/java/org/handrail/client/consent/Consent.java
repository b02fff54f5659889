package org.handrail.client.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.client.client.ClientId;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;

/** A client's written consent: first a draft, then signed; what was signed never changes. */
public sealed interface Consent {
  ConsentId id();

  ClientId client();

  ConsentForm form();

  /**
   * What it is called, as the judge holds it.
   *
   * @param takenBack what the person took back on all records of theirs
   */
  Status statusAt(Instant now, TakenBack takenBack);

  /**
   * What a consent is called at an instant. Only signing makes it active, and time or the client
   * ends it.
   */
  enum Status {
    DRAFT("draft"),
    ACTIVE("active"),
    /** It lets nothing go to anybody any more, by whichever consent that was said. */
    REVOKED("revoked"),
    EXPIRED("expired"),
    SUPERSEDED("superseded"),
    /** The client said no. */
    REFUSED("refused");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** Written, not signed: covers nothing. */
  record Draft(ConsentId id, ClientId client, ConsentForm form) implements Consent {

    /**
     * Signs the draft, unless an element of 42 CFR 2.31 is missing; then each missing one is named
     * (P2-CON-1).
     *
     * @param keeper the agency whose record it is
     */
    public Signing sign(Signature.Offered offered, PartyId keeper, Parties parties, Instant now) {
      var deficiencies = Deficiencies.of(form, offered, keeper, parties, now);
      if (!deficiencies.isEmpty() || offered.signer() == null || offered.at() == null) {
        return new Signing.Deficient(deficiencies);
      }
      return new Signing.Active(
          Signed.now(
              this,
              new Signature(offered.signer(), offered.how(), offered.at(), offered.initialled())));
    }

    @Override
    public Status statusAt(Instant now, TakenBack takenBack) {
      return Status.DRAFT;
    }
  }

  /** The client said no to it, and need not say why: covers nothing, ever (P2-CON-3). */
  record Refused(ConsentId id, ClientId client, ConsentForm form) implements Consent {
    @Override
    public Status statusAt(Instant now, TakenBack takenBack) {
      return Status.REFUSED;
    }
  }

  /**
   * Written anew before anybody signed it: covers nothing, and stands in nobody's way.
   *
   * @param at when the draft was written that took its place
   */
  record Rewritten(ConsentId id, ClientId client, ConsentForm form, Instant at) implements Consent {
    @Override
    public Status statusAt(Instant now, TakenBack takenBack) {
      return at.isAfter(now) ? Status.DRAFT : Status.SUPERSEDED;
    }
  }

  /**
   * Signed, and everything that happened to it since.
   *
   * @param revocations what the client took back, in the order of their recording
   * @param events the events that were recorded as having happened, of those that the form names
   * @param supersededAt when a later consent took this one's place
   */
  record Signed(
      ConsentId id,
      ClientId client,
      ConsentForm form,
      Signature signature,
      List<Revocation> revocations,
      Map<String, Instant> events,
      @Nullable Instant supersededAt)
      implements Consent {

    public Signed {
      revocations = List.copyOf(revocations);
      events = Map.copyOf(events);
    }

    static Signed now(Draft draft, Signature signature) {
      return new Signed(
          draft.id(), draft.client(), draft.form(), signature, List.of(), Map.of(), null);
    }

    /** The same, which another one replaces; what was replaced before stays so. */
    Signed supersededAt(Instant at) {
      return supersededAt == null
          ? new Signed(id, client, form, signature, revocations, events, at)
          : this;
    }

    @Override
    public Status statusAt(Instant now, TakenBack takenBack) {
      if (!isInForceAt(now)) {
        return supersededAt == null ? Status.DRAFT : Status.SUPERSEDED;
      }
      return takenBack.ends(this, now)
          ? Status.REVOKED
          : hasExpiredAt(now) ? Status.EXPIRED : Status.ACTIVE;
    }

    /** Signed by then, and not yet replaced. */
    boolean isInForceAt(Instant now) {
      return !signature.at().isAfter(now) && !hasHappenedBy(now, supersededAt);
    }

    boolean hasExpiredAt(Instant now) {
      return switch (form.expiry()) {
        case Expiry.At(var instant) -> !now.isBefore(instant);
        case Expiry.OnEvent(var event) -> hasHappenedBy(now, events.get(event));
        case Expiry.Never _ -> false;
        case Expiry.Unstated _ -> true;
      };
    }

    /**
     * Before the event that it names, such a consent keeps its force whatever is revoked
     * (P2-CON-8).
     */
    public boolean isIrrevocableAt(Instant now) {
      return form.irrevocableUntil() != null
          && !hasHappenedBy(now, events.get(form.irrevocableUntil()));
    }

    /** Whether nothing that the client does may end it yet: not its replacement either. */
    boolean bindsAt(Instant now) {
      return supersededAt == null && !hasExpiredAt(now) && isIrrevocableAt(now);
    }

    /** Whether it was taken back by its own name and as a whole. */
    boolean isTakenBackItselfAt(Instant now) {
      return revocations.stream()
          .anyMatch(revocation -> revocation.ends(form) && !revocation.at().isAfter(now));
    }

    private static boolean hasHappenedBy(Instant now, @Nullable Instant at) {
      return at != null && !at.isAfter(now);
    }
  }

  /** What came of an attempt to sign. */
  sealed interface Signing {
    record Active(Signed consent) implements Signing {}

    record Deficient(Set<Deficiency> deficiencies) implements Signing {}
  }
}
