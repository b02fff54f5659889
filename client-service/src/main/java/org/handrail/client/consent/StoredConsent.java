package org.handrail.client.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/** A consent with what is on record around it. */
record StoredConsent(
    Consent consent,
    @Nullable ConsentId replaces,
    String language,
    Instant draftedAt,
    SubjectId draftedBy,
    @Nullable Signed signed,
    List<UUID> happenings) {

  /** How the signature came about and what was signed. */
  record Signed(Instant recordedAt, SubjectId recordedBy, String template, String documentHash) {}

  /** Unsigned, if the signature was written down later. */
  Consent asKnownAt(Instant at) {
    return signed != null && signed.recordedAt().isAfter(at)
        ? new Consent.Draft(consent.id(), consent.client(), consent.form())
        : consent;
  }

  /** Grows with the signature or the refusal, and with all that happens afterwards. */
  long version() {
    var decided = signed != null || consent instanceof Consent.Refused;
    return 1L + (decided ? 1 : 0) + happenings.size();
  }
}
