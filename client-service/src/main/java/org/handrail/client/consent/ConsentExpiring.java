package org.handrail.client.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.Merges;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.stereotype.Component;

/**
 * Reminds those at the client's side 30, 14 and 7 days before a consent ends by its date
 * (P2-EXP-1), unless they died.
 */
@Component
class ConsentExpiring implements WhenDue {
  private static final String KIND = "consent-expiring";
  private static final List<Duration> BEFORE =
      List.of(Duration.ofDays(30), Duration.ofDays(14), Duration.ofDays(7));

  private final Deadlines deadlines;
  private final Consents consents;
  private final Merges merges;
  private final Assigned assigned;
  private final Attention attention;
  private final Clock clock;

  ConsentExpiring(
      Deadlines deadlines,
      Consents consents,
      Merges merges,
      Assigned assigned,
      Attention attention,
      Clock clock) {
    this.deadlines = deadlines;
    this.consents = consents;
    this.merges = merges;
    this.assigned = assigned;
    this.attention = attention;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Waits for the next reminder that is still to come. */
  void watch(AgencyId agency, Consent.Signed consent, Instant now) {
    next(consent, now).ifPresent(at -> deadlines.set(agency, KIND, consent.id().value(), at));
  }

  private static Optional<Instant> next(Consent.Signed consent, Instant now) {
    return consent.form().expiry() instanceof Expiry.At(var end)
        ? BEFORE.stream().map(end::minus).filter(now::isBefore).findFirst()
        : Optional.empty();
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    var now = clock.instant();
    var expiring = new ConsentId(about);
    consents
        .clientOf(agency, expiring)
        .flatMap(client -> consents.find(agency, client, expiring))
        .map(StoredConsent::consent)
        .filter(Consent.Signed.class::isInstance)
        .map(Consent.Signed.class::cast)
        .ifPresent(
            consent -> {
              if (isToBeRenewed(agency, consent, now)) {
                remind(agency, consent);
              }
              // That somebody died, or took it back, may have been said of somebody else.
              watch(agency, consent, now);
            });
  }

  private boolean isToBeRenewed(AgencyId agency, Consent.Signed consent, Instant now) {
    return consent.statusAt(now, consents.takenBack(agency, consent.client()))
            == Consent.Status.ACTIVE
        && !merges.hasDied(agency, consent.client());
  }

  private void remind(AgencyId agency, Consent.Signed consent) {
    var matter = new Attention.Matter(KIND, "consent", consent.id().value());
    assigned
        .atTheSideOf(agency, consent.client())
        .forEach(subject -> attention.ask(agency, subject, matter));
  }
}
