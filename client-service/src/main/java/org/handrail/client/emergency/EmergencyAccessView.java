package org.handrail.client.emergency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.handrail.client.consent.MedicalEmergency;
import org.jspecify.annotations.Nullable;

/**
 * An access in an emergency, as the client, those at their side and its reviewers see it.
 *
 * @param disclosureId where the set can be read until it expires
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EmergencyAccessView(
    UUID id,
    UUID clientId,
    String outcome,
    @Nullable String code,
    String recipient,
    MedicalEmergency.Profession profession,
    @Nullable String personnel,
    @Nullable String facility,
    @Nullable String discloser,
    @Nullable Instant at,
    @Nullable String nature,
    @Nullable String whyNoConsent,
    Instant requestedAt,
    String requestedBy,
    @Nullable UUID disclosureId,
    @Nullable Instant expiresAt,
    @Nullable Instant reviewBy,
    @Nullable ReviewView review,
    @Nullable Instant toldAt) {

  record ReviewView(EmergencyAccess.Finding finding, String note, Instant at, String by) {}

  static EmergencyAccessView of(EmergencyAccess access) {
    var emergency = access.emergency();
    var review = access.review();
    return new EmergencyAccessView(
        access.id(),
        access.client().value(),
        access.denial() == null ? "released" : "denied",
        access.denial(),
        access.recipient().value(),
        emergency.profession(),
        emergency.personnel(),
        emergency.facility(),
        emergency.discloser(),
        emergency.at(),
        emergency.nature(),
        emergency.whyNoConsent(),
        access.requestedAt(),
        access.requestedBy().value(),
        access.disclosureId(),
        access.expiresAt(),
        access.denial() == null ? access.requestedAt().plus(EmergencyAccess.REVIEWED_WITHIN) : null,
        review == null
            ? null
            : new ReviewView(review.finding(), review.note(), review.at(), review.by().value()),
        access.toldAt());
  }
}
