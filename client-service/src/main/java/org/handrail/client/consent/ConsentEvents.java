package org.handrail.client.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.Client;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the other services that consents came into force and were taken back. */
@Component
class ConsentEvents {
  private static final String TOPIC = "handrail.client.v1";

  private final Outbox outbox;

  ConsentEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Activated(
      UUID consentId,
      UUID clientId,
      List<String> disclosers,
      List<String> recipients,
      List<UUID> open,
      List<UUID> closed) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Revoked(
      UUID consentId,
      UUID clientId,
      String extent,
      @Nullable String recipient,
      @Nullable List<String> recipients,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> open,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> closed) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ReferralsJudged(UUID clientId, List<UUID> open, List<UUID> closed) {}

  /** What comes of the client's referrals, when it was no consent that changed it. */
  void judged(AgencyId agency, Client client, SentReferrals.Standing sent) {
    outbox.append(
        new AggregateEvent(
            TOPIC,
            "org.handrail.client.referrals-judged.v1",
            client.id(),
            client.version(),
            agency,
            new ReferralsJudged(client.id().value(), sent.open(), sent.closed())));
  }

  void activated(
      AgencyId agency, Consent.Signed consent, SentReferrals.Standing sent, long version) {
    append(
        "org.handrail.consent.activated.v1",
        agency,
        consent,
        version,
        new Activated(
            consent.id().value(),
            consent.client().value(),
            values(consent.form().disclosers()),
            values(consent.form().recipients().named()),
            sent.open(),
            sent.closed()));
  }

  private static List<String> values(Set<PartyId> parties) {
    return parties.stream().map(PartyId::value).sorted().toList();
  }

  /**
   * Tells of it.
   *
   * @param left who hears nothing more; everybody if null
   * @param sent what comes of the client's referrals
   */
  void revoked(
      AgencyId agency,
      Consent.Signed consent,
      Revocation.Extent extent,
      @Nullable Set<PartyId> left,
      SentReferrals.Standing sent,
      long version) {
    append(
        "org.handrail.consent.revoked.v1",
        agency,
        consent,
        version,
        new Revoked(
            consent.id().value(),
            consent.client().value(),
            extent.code(),
            extent.party().map(PartyId::value).orElse(null),
            left == null ? null : values(left),
            sent.open(),
            sent.closed()));
  }

  private void append(
      String type, AgencyId agency, Consent.Signed consent, long version, Object data) {
    outbox.append(new AggregateEvent(TOPIC, type, consent.id(), version, agency, data));
  }
}
