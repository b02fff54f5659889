package org.handrail.client.client;

import java.util.Arrays;
import org.handrail.platform.caller.AgencyId;
import org.springframework.stereotype.Component;

/** Locks all records of a person, so that nobody says meanwhile whose they are. */
@Component
record LockingPeople(Clients clients, Merges merges) {

  /** Whichever record of theirs is named; whoever does the same of others goes after. */
  void lock(AgencyId agency, ClientId... of) {
    merges.alone(agency);
    clients.lock(
        agency,
        Arrays.stream(of)
            .flatMap(client -> merges.recordsOfPerson(agency, client).stream())
            .toList());
  }
}
