package org.handrail.client.emergency;

import java.time.Clock;
import java.util.UUID;
import org.handrail.client.client.Merges;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.stereotype.Component;

/**
 * Asks a supervisor to tell a client what was given out about them, which nobody has told them yet.
 * Whoever left may come back, and that somebody died may be a mistake: until then nobody is asked.
 */
@Component
class UntoldClients implements WhenDue {
  private final EmergencyAccesses accesses;
  private final Merges merges;
  private final Deadlines deadlines;
  private final Attention attention;
  private final Clock clock;

  UntoldClients(
      EmergencyAccesses accesses,
      Merges merges,
      Deadlines deadlines,
      Attention attention,
      Clock clock) {
    this.accesses = accesses;
    this.merges = merges;
    this.deadlines = deadlines;
    this.attention = attention;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Emergencies.UNTOLD;
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    accesses
        .find(agency, about)
        .ifPresent(
            access -> {
              if (merges.isThere(agency, access.client())) {
                var matter = new Attention.Matter(kind(), Emergencies.SUBJECT, about);
                attention.ask(agency, Role.SUPERVISOR, matter);
              } else {
                var later = clock.instant().plus(EmergencyAccess.TOLD_WITHIN);
                deadlines.set(agency, kind(), about, later);
              }
            });
  }
}
