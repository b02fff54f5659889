package org.handrail.client.encounter;

import java.time.Instant;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Time that a specialist and a client spent together, as one version of its record has it.
 *
 * @param groupSession the session of a group that it was part of
 * @param activitiesVersion of the list from which the codes of activities come
 * @param correction why this version corrects the one before; none for the first
 * @param signedOffBy the supervisor who signed this version off
 */
public record Encounter(
    UUID id,
    ClientId client,
    SubjectId specialist,
    @Nullable UUID groupSession,
    Account account,
    String activitiesVersion,
    @Nullable String correction,
    Instant recordedAt,
    @Nullable SubjectId signedOffBy,
    long version) {

  static Encounter recorded(
      ClientId client,
      SubjectId by,
      @Nullable UUID groupSession,
      Account account,
      String activitiesVersion,
      Instant at) {
    return new Encounter(
        UUID.randomUUID(), client, by, groupSession, account, activitiesVersion, null, at, null, 1);
  }

  Encounter corrected(Account better, String activities, String why, Instant at) {
    return new Encounter(
        id, client, specialist, groupSession, better, activities, why, at, null, version + 1);
  }
}
