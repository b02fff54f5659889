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

  /** Grows with the signature and with all that happens afterwards. */
  long version() {
    return 1L + (signed == null ? 0 : 1) + happenings.size();
  }
}
