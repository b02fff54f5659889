package org.handrail.client.client;

import java.util.List;
import org.handrail.platform.caller.AgencyId;

/** Whoever must look again at records that were held to be of one person and are not any more. */
public interface WhenParted {
  /**
   * In the transaction in which the merge is undone, after it was.
   *
   * @param records in the order of their ids
   */
  void parted(AgencyId agency, List<ClientId> records);
}
