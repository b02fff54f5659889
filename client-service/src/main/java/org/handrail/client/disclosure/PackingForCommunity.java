package org.handrail.client.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.Client;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.ConsentForm;
import org.handrail.client.consent.Expiry;
import org.handrail.client.consent.Purpose;
import org.handrail.client.consent.Redisclosure;
import org.handrail.client.consent.ReleaseRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Packs for a place that is no health care: what it needs to help, and nothing by which it could
 * tell why somebody is a client (P2-CON-7). No words that somebody wrote go along, since any of
 * them may tell; of the consent only what concerns the place itself.
 */
@Component
class PackingForCommunity {
  private static final List<String> LABELS = List.of("R", "NORDSCLCD");
  private static final String SOME_EVENT = "event";

  private final CommunityNeeds needs;

  PackingForCommunity(CommunityNeeds needs) {
    this.needs = needs;
  }

  /**
   * Category {@code referral} for such a place. Which of its services it is stands in the
   * directory, under its id.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReferralPart(UUID serviceId, String need, String urgency, @Nullable Instant sentAt) {}

  ReleasedPackage pack(
      Set<Category> released,
      Client client,
      Content content,
      ReleaseRequest asked,
      ConsentForm consent) {
    var parts = new LinkedHashMap<String, Object>(Packing.pack(released, client, content));
    parts.computeIfPresent(
        Category.CONTACT.code(), (_, _) -> Packing.ContactPart.withoutWords(client));
    var referral = content.referral();
    if (referral != null) {
      parts.computeIfPresent(Category.REFERRAL.code(), (_, _) -> neutral(referral));
    }
    return new ReleasedPackage(
        parts,
        Notice.SHORT,
        scope(released, asked, consent),
        Redisclosure.CONSENT_ONLY.code(),
        LABELS);
  }

  private ReferralPart neutral(Content.Referral referral) {
    return new ReferralPart(
        referral.serviceId(), needs.of(referral.need()), referral.urgency(), referral.sentAt());
  }

  // The names of treatment, of other recipients and of events would tell.
  private static Scope scope(Set<Category> released, ReleaseRequest asked, ConsentForm consent) {
    return new Scope(
        asked.purpose() == Purpose.COC ? List.of(Purpose.COC) : List.of(),
        released.stream().sorted().toList(),
        switch (consent.expiry()) {
          case Expiry.At(var instant) -> instant.toString();
          case Expiry.OnEvent _ -> SOME_EVENT;
          case Expiry.Never _, Expiry.Unstated _ -> "none";
        },
        asked.recipient().toString());
  }
}
