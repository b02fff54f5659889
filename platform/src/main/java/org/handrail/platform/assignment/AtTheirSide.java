package org.handrail.platform.assignment;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.SubjectId;

/**
 * Who of the acting agency is at a client's side now, as client-service's events told: for whatever
 * nobody asked for in person, such as a reminder. Within a transaction.
 */
public final class AtTheirSide {
  private final ClientAssignments assignments;

  AtTheirSide(ClientAssignments assignments) {
    this.assignments = assignments;
  }

  /**
   * Who is first to hear something of a client: who began it, as long as they are at the client's
   * side, or else whoever is their specialist, or else all who are there. Nobody else is; the
   * client is not meant.
   */
  public List<SubjectId> firstToHear(UUID clientId, SubjectId whoBegan) {
    var there = assignments.atTheSideOf(clientId);
    if (there.containsKey(whoBegan)) {
      return List.of(whoBegan);
    }
    var specialist =
        there.keySet().stream().filter(subject -> there.get(subject) == Relation.PRIMARY).toList();
    return specialist.isEmpty() ? List.copyOf(there.keySet()) : specialist;
  }
}
