package org.handrail.client.access;

import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.client.access.Looks.Noticed;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;

/** What this instance kept in the hour at hand: a page that asks again and again costs nothing. */
final class RecentLooks {
  private final Set<One> kept = ConcurrentHashMap.newKeySet();
  private volatile Instant hour = Instant.EPOCH;

  private record One(AgencyId agency, SubjectId subject, UUID client, String kind, Instant hour) {}

  Noticed without(Noticed noticed, String kind, Instant now) {
    var fresh = new TreeMap<>(noticed.clients());
    fresh.keySet().removeIf(client -> kept.contains(one(noticed.person(), client, kind, now)));
    return new Noticed(noticed.person(), fresh);
  }

  void kept(Noticed noticed, String kind, Instant now) {
    var thisHour = AccessLog.hour(now);
    if (!hour.equals(thisHour)) {
      hour = thisHour;
      kept.clear();
    }
    noticed
        .clients()
        .keySet()
        .forEach(client -> kept.add(one(noticed.person(), client, kind, now)));
  }

  private static One one(Person person, UUID client, String kind, Instant now) {
    return new One(person.agency(), person.subject(), client, kind, AccessLog.hour(now));
  }
}
