package org.handrail.client.encounter;

import java.util.List;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Encounters as a person may see them: those at the client's side, and the client; of one that was
 * withdrawn also the privacy officer.
 */
@Component
class LookingUpEncounters {
  private final Encounters encounters;
  private final Assigned assigned;
  private final Transactions transactions;

  LookingUpEncounters(Encounters encounters, Assigned assigned, Transactions transactions) {
    this.encounters = encounters;
    this.assigned = assigned;
    this.transactions = transactions;
  }

  Encounter one(Person person, UUID id) {
    return transactions.reading(
        () -> {
          requireToRead(person, encounters.whose(person.agency(), id));
          return encounters
              .find(person.agency(), id)
              .filter(found -> found.isOpenTo(person))
              .orElseThrow(NotFound::new);
        });
  }

  private void requireToRead(Person person, Encounters.Whose whose) {
    if (whose.withdrawn()) {
      assigned.requireToSeeDisclosures(person, whose.client());
    } else {
      assigned.require(person, whose.client());
    }
  }

  List<EncounterView> history(Person person, UUID id) {
    return transactions.reading(
        () -> {
          var latest = one(person, id);
          return views(encounters.history(person.agency(), latest.id()));
        });
  }

  Slice<EncounterView, UUID> page(Person person, UUID clientId, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var client = new ClientId(clientId);
          assigned.require(person, client);
          return Slice.of(
              limit,
              most -> views(encounters.page(person.agency(), client, after, most)),
              EncounterView::id);
        });
  }

  private static List<EncounterView> views(List<Encounter> found) {
    return found.stream().map(encounter -> EncounterView.of(encounter, null)).toList();
  }
}
