package org.handrail.client.encounter;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.client.client.ClientId;
import org.handrail.client.withdrawal.Withdrawal;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Time that a specialist and a client spent together, as one version of its record has it.
 *
 * @param specialist whose time it was
 * @param recordedBy who wrote down that the client wants a group on their record; none for others
 * @param groupSession the session of a group that it was part of
 * @param activitiesVersion of the list from which the codes of activities come
 * @param correction why this version corrects the one before; none for the first
 * @param signedOffBy the supervisor who signed this version off
 * @param withdrawal that it was entered by mistake
 */
public record Encounter(
    UUID id,
    ClientId client,
    SubjectId specialist,
    @Nullable SubjectId recordedBy,
    @Nullable UUID groupSession,
    Account account,
    String activitiesVersion,
    @Nullable String correction,
    Instant recordedAt,
    @Nullable SubjectId signedOffBy,
    @Nullable Withdrawal withdrawal,
    long version) {

  static Encounter recorded(
      ClientId client,
      SubjectId by,
      @Nullable UUID groupSession,
      Account account,
      String activitiesVersion,
      Instant at) {
    return new Encounter(
        UUID.randomUUID(),
        client,
        by,
        null,
        groupSession,
        account,
        activitiesVersion,
        null,
        at,
        null,
        null,
        1);
  }

  Encounter corrected(Account better, String activities, String why, Instant at) {
    return new Encounter(
        id,
        client,
        specialist,
        recordedBy,
        groupSession,
        better,
        activities,
        why,
        at,
        null,
        withdrawal,
        version + 1);
  }

  /** Somebody may write it down while it goes on: then it is not over. */
  public boolean isOver(Instant now) {
    return !ActTimes.isToCome(account.endedAt(), now);
  }

  /** Whose time it was, and who wrote it down. */
  Set<SubjectId> authors() {
    return Stream.of(specialist, recordedBy)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether somebody at the client's side may read it. What was withdrawn may be about somebody
   * else: of that nobody reads the words but whoever wrote them and those who answer for it.
   */
  boolean isOpenTo(Person person) {
    return withdrawal == null
        || person.is(Role.SUPERVISOR)
        || person.is(Role.PRIVACY_OFFICER)
        || authors().contains(person.subject());
  }
}
