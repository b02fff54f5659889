package org.handrail.client.client;

import java.time.LocalDate;
import java.util.List;
import org.handrail.platform.caller.AgencyId;

/** On which days somebody of the agency was in contact with a client: one bean for each source. */
public interface DaysOfContact {

  /** In UTC, both ends included; each day once, in order. */
  List<LocalDate> between(AgencyId agency, ClientId client, LocalDate from, LocalDate until);
}
