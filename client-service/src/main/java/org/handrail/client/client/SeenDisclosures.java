package org.handrail.client.client;

import java.util.List;
import java.util.Optional;
import org.handrail.client.colleague.Colleagues;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.springframework.stereotype.Component;

/** Of which records somebody sees what was told of a person. */
@Component
public class SeenDisclosures {
  private final Assigned assigned;
  private final Merges merges;
  private final Colleagues colleagues;

  SeenDisclosures(Assigned assigned, Merges merges, Colleagues colleagues) {
    this.assigned = assigned;
    this.merges = merges;
    this.colleagues = colleagues;
  }

  /**
   * The records that somebody may see, and how.
   *
   * @param records of one person, the one that was asked for among them
   * @param asTheClient whether the person themselves looks
   */
  public record Seen(List<ClientId> records, boolean asTheClient) {}

  /**
   * All records of the person whose record this is, as far as who asks may see what was told of
   * them.
   *
   * @throws NotFound where this one is not theirs to see
   */
  public Seen require(Person person, ClientId client) {
    assigned.requireToSeeDisclosures(person, client);
    return new Seen(
        merges.recordsOfPerson(person.agency(), client).stream()
            .filter(record -> record.equals(client) || assigned.maySeeDisclosures(person, record))
            .toList(),
        isTheClient(person, client));
  }

  /** Whether any record of the person whose record this is was opened to who asks as their own. */
  public boolean isTheClient(Person person, ClientId client) {
    return merges.recordsOfPerson(person.agency(), client).stream()
        .map(record -> assigned.relation(person.agency(), person.subject(), record))
        .anyMatch(Optional.of(Relation.SELF)::equals);
  }

  /** Whether the person whose record this is works for the agency that keeps it. */
  public boolean isAColleague(AgencyId agency, ClientId client) {
    return merges.recordsOfPerson(agency, client).stream()
        .flatMap(record -> assigned.self(agency, record).stream())
        .anyMatch(subject -> colleagues.work(agency, subject));
  }
}
