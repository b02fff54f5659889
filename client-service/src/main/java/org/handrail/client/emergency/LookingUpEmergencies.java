package org.handrail.client.emergency;

import java.util.List;
import java.util.UUID;
import org.handrail.client.access.Looks;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.SeenDisclosures;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Emergency accesses for whom they concern: the client, those at their side, whoever asked, and the
 * agency's supervisors and privacy officers, who review them.
 */
@Component
class LookingUpEmergencies {
  private final EmergencyAccesses accesses;
  private final Assigned assigned;
  private final SeenDisclosures disclosures;
  private final Looks looks;
  private final Transactions transactions;

  LookingUpEmergencies(
      EmergencyAccesses accesses,
      Assigned assigned,
      SeenDisclosures disclosures,
      Looks looks,
      Transactions transactions) {
    this.accesses = accesses;
    this.assigned = assigned;
    this.disclosures = disclosures;
    this.looks = looks;
    this.transactions = transactions;
  }

  EmergencyAccess one(Person person, UUID id) {
    return transactions.reading(
        () -> {
          var whose = accesses.whose(person.agency(), id);
          if (!assigned.maySeeDisclosures(person, whose.client()) && !wasTold(person, whose)) {
            throw new NotFound();
          }
          return accesses.find(person.agency(), id).orElseThrow(NotFound::new);
        });
  }

  // A refused attempt tells whoever is at nobody's side nothing, afterwards no more than at once.
  private boolean wasTold(Person person, EmergencyAccess.Whose whose) {
    var told = person.subject().equals(whose.toldAtOnce());
    if (told) {
      looks.noticed(person, whose.client().value(), Looks.IN_EMERGENCY);
    }
    return told;
  }

  Slice<EmergencyAccessView, UUID> page(
      Person person, @Nullable UUID client, boolean toReview, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var page =
              Slice.of(
                  limit,
                  most ->
                      accesses.page(person.agency(), wanted(person, client, toReview), after, most),
                  EmergencyAccess::id);
          page.items().forEach(access -> wasTold(person, access.whose()));
          return page.as(EmergencyAccessView::of);
        });
  }

  private EmergencyAccesses.Wanted wanted(Person person, @Nullable UUID id, boolean toReview) {
    if (id != null) {
      var seen = disclosures.require(person, new ClientId(id));
      return new EmergencyAccesses.Wanted(seen.records(), null, toReview);
    }
    return new EmergencyAccesses.Wanted(
        List.of(), reviews(person) ? null : person.subject(), toReview);
  }

  private static boolean reviews(Person person) {
    return person.is(Role.SUPERVISOR) || person.is(Role.PRIVACY_OFFICER);
  }
}
