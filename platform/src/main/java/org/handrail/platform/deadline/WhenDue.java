package org.handrail.platform.deadline;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;

/** What a feature does when one of its deadlines is reached: one bean for each kind. */
public interface WhenDue {

  /** The kind of deadlines that it waits for, such as {@code consent-expiring}. */
  String kind();

  /**
   * Locks what a person's step locks before it sets or drops this deadline, in the transaction of
   * {@link #due}: the deadline is taken after that, so that the two never wait for each other.
   * Nothing, where {@link #due} only reads and tells.
   */
  default void lock(AgencyId agency, UUID about) {}

  /**
   * Does it, in a transaction of the agency that the deadline ends with. Not before the time; later
   * when the service stood still.
   *
   * @param about the id with which the deadline was set
   */
  void due(AgencyId agency, UUID about);
}
