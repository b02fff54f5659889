package org.handrail.client.ledger;

import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.AgencyId;

/** Whose chain it is: that of one client in the record of one agency. */
public record ChainKey(AgencyId agency, ClientId client) {}
