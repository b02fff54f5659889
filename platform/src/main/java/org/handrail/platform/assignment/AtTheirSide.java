package org.handrail.platform.assignment;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.SubjectId;

/**
 * Who of the acting agency is at a client's side now, as client-service's events told: for whatever
 * nobody asked for in person, such as a reminder. Within a transaction.
 */
public final class AtTheirSide {
  private final ClientAssignments assignments;
  private final Absences absences;
  private final Clock clock;

  AtTheirSide(ClientAssignments assignments, Absences absences, Clock clock) {
    this.assignments = assignments;
    this.absences = absences;
    this.clock = clock;
  }

  /**
   * Who is first to hear something of a client: who began it, as long as they are at the client's
   * side, or else whoever is their specialist, or else all who are there. Who is on leave is not
   * there, unless nobody else is. Nobody else is meant; the client is not.
   *
   * @param whoBegan by whose act it began: of whom nothing is known yet was given their place by an
   *     event that is still on its way
   */
  public List<SubjectId> firstToHear(UUID clientId, SubjectId whoBegan) {
    var assigned = new LinkedHashMap<>(assignments.atTheSideOf(clientId));
    if (!assigned.containsKey(whoBegan) && !assignments.hasLeft(clientId, whoBegan)) {
      assigned.put(whoBegan, Relation.BACKUP);
    }
    Map<SubjectId, Relation> there = there(assigned);
    return there.containsKey(whoBegan) ? List.of(whoBegan) : specialistOrAll(there);
  }

  /** Who hears first what the client began themselves; nobody where nobody is at their side. */
  public List<SubjectId> firstToHear(UUID clientId) {
    return specialistOrAll(there(assignments.atTheSideOf(clientId)));
  }

  /** The sign-in of the client themselves, if they have one. */
  public Optional<SubjectId> theClient(UUID clientId) {
    return assignments.theClient(clientId);
  }

  /** Whether it was told that somebody who was at the client's side is there no more. */
  public boolean hasLeft(UUID clientId, SubjectId subject) {
    return assignments.hasLeft(clientId, subject);
  }

  private Map<SubjectId, Relation> there(Map<SubjectId, Relation> assigned) {
    var there = new LinkedHashMap<>(assigned);
    there.keySet().removeAll(absences.at(clock.instant()));
    return there.isEmpty() ? assigned : there;
  }

  private static List<SubjectId> specialistOrAll(Map<SubjectId, Relation> there) {
    var specialist =
        there.keySet().stream().filter(subject -> there.get(subject) == Relation.PRIMARY).toList();
    return specialist.isEmpty() ? List.copyOf(there.keySet()) : specialist;
  }
}
