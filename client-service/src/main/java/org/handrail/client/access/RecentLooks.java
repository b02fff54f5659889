package org.handrail.client.access;

import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import org.handrail.client.access.Looks.Noticed;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;

/** What this instance kept in the hour at hand: a page that asks again and again costs nothing. */
final class RecentLooks {
  private final KeptAlready<Instant, One> kept = new KeptAlready<>(Instant.EPOCH);

  private record One(AgencyId agency, SubjectId subject, UUID client, String kind) {}

  Noticed without(Noticed noticed, String kind, Instant now) {
    var fresh = new TreeMap<>(noticed.clients());
    var hour = AccessLog.hour(now);
    fresh.keySet().removeIf(client -> kept.has(hour, one(noticed.person(), client, kind)));
    return new Noticed(noticed.person(), fresh);
  }

  void kept(Noticed noticed, String kind, Instant now) {
    var hour = AccessLog.hour(now);
    noticed
        .clients()
        .keySet()
        .forEach(client -> kept.add(hour, one(noticed.person(), client, kind)));
  }

  private static One one(Person person, UUID client, String kind) {
    return new One(person.agency(), person.subject(), client, kind);
  }
}
