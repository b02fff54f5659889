package org.handrail.client.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.MedicalEmergency;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to reach a client's record in a medical emergency, as it was written down before
 * anything was released.
 *
 * @param denial why nothing was released, if nothing was
 * @param expiresAt from when on the released set is not read any more
 * @param disclosureId the ledger's row; none in the moment before it is written
 */
record EmergencyAccess(
    UUID id,
    ClientId client,
    PartyId recipient,
    MedicalEmergency emergency,
    Instant requestedAt,
    SubjectId requestedBy,
    @Nullable String denial,
    @Nullable Instant expiresAt,
    @Nullable UUID disclosureId,
    @Nullable Review review,
    @Nullable Instant toldAt) {

  static final String MATTER = "emergency";

  /**
   * Whose an access is, and who was told of it.
   *
   * @param toldAtOnce whoever asked, unless it was refused
   */
  record Whose(ClientId client, @Nullable SubjectId toldAtOnce) {

    /** Of an access that there is not: it is asked about like one that may not be seen. */
    static Whose nobodys() {
      return new Whose(ClientId.ofNobody(), null);
    }
  }

  /** How long the set can be read. */
  static final Duration READABLE_FOR = Duration.ofHours(4);

  /** When the supervisor and the privacy officer are reminded of a review. */
  static final Duration REMINDED_AFTER = Duration.ofDays(2);

  /** By when every access is reviewed. */
  static final Duration REVIEWED_WITHIN = Duration.ofDays(3);

  /** After how long a supervisor is asked why the client was not told. */
  static final Duration TOLD_WITHIN = Duration.ofDays(7);

  static EmergencyAccess released(
      UUID id,
      ClientId client,
      PartyId recipient,
      MedicalEmergency emergency,
      Instant at,
      SubjectId by,
      Instant until) {
    return new EmergencyAccess(
        id, client, recipient, emergency, at, by, null, until, null, null, null);
  }

  static EmergencyAccess denied(ClientId client, RefusedEmergency refused) {
    return new EmergencyAccess(
        refused.id(),
        client,
        refused.recipient(),
        refused.emergency(),
        refused.requestedAt(),
        refused.requestedBy(),
        refused.denial().code(),
        null,
        null,
        null,
        null);
  }

  /** Whether somebody who was not there finds that it was right. */
  enum Finding {
    JUSTIFIED,
    NOT_JUSTIFIED
  }

  record Review(Finding finding, String note, Instant at, SubjectId by) {}

  Whose whose() {
    return new Whose(client, denial == null ? requestedBy : null);
  }
}
