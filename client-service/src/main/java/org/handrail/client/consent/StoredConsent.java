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

  /** A draft, if it was signed or written anew later. */
  Consent asKnownAt(Instant at) {
    var since =
        consent instanceof Consent.Rewritten rewritten
            ? rewritten.at()
            : signed != null ? signed.recordedAt() : Instant.MIN;
    return since.isAfter(at)
        ? new Consent.Draft(consent.id(), consent.client(), consent.form())
        : consent;
  }

  /** Grows when the draft is signed, refused or written anew, and with all that happens after. */
  long version() {
    var decided = !(consent instanceof Consent.Draft);
    return 1L + (decided ? 1 : 0) + happenings.size();
  }
}
