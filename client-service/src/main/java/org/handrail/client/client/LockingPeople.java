package org.handrail.client.client;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.handrail.platform.caller.AgencyId;
import org.springframework.stereotype.Component;

/** Locks all records of a person, so that nobody says meanwhile whose they are. */
@Component
record LockingPeople(Clients clients, Merges merges) {

  /**
   * Whichever record of theirs is named. Records that become theirs while one waits are locked too.
   */
  void lock(AgencyId agency, ClientId... of) {
    var locked = Set.<ClientId>of();
    for (var theirs = records(agency, of);
        !locked.containsAll(theirs);
        theirs = records(agency, of)) {
      clients.lock(agency, theirs);
      locked = theirs;
    }
  }

  private Set<ClientId> records(AgencyId agency, ClientId... of) {
    return Arrays.stream(of)
        .flatMap(client -> merges.recordsOfPerson(agency, client).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
