package org.handrail.client.client;

import java.util.Collection;
import org.handrail.platform.caller.AgencyId;

/** Whoever must look again at records that were held to be of one person and are not any more. */
public interface WhenParted {
  /** In the transaction in which the merge is undone, after it was. */
  void parted(AgencyId agency, Collection<ClientId> records);
}
