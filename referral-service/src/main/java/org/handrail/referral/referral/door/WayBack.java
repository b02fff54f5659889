package org.handrail.referral.referral.door;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;

/** Asks whether what that agency answers may come back. */
public record WayBack(UUID clientId, AgencyId from, String purpose, OnBehalfOf onBehalfOf) {}
