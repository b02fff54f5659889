package org.handrail.platform.deadline;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;

/** What a feature does when one of its deadlines is reached: one bean for each kind. */
public interface WhenDue {

  /** The kind of deadlines that it waits for, such as {@code consent-expiring}. */
  String kind();

  /**
   * Does it, in a transaction of the agency that the deadline ends with. Not before the time; later
   * when the service stood still.
   *
   * @param about the id with which the deadline was set
   */
  void due(AgencyId agency, UUID about);
}
