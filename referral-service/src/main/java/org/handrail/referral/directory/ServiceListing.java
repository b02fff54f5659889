package org.handrail.referral.directory;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * A service as other features need it.
 *
 * @param agency of the organization that runs it, if it is a partner of the coalition
 * @param needs codes of what it is for
 */
public record ServiceListing(
    UUID id, String name, String organization, @Nullable AgencyId agency, List<String> needs) {}
