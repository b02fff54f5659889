package org.handrail.referral.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * What one publisher hands out: meetings of one fellowship.
 *
 * @param zone of the meetings that name none
 * @param language of the meetings that name none, ISO 639
 * @param keptBy the agency that looks after it
 * @param retiredAt when it ended; absent while it goes on
 */
record Feed(
    UUID id,
    String name,
    String title,
    Fellowship fellowship,
    ZoneId zone,
    @Nullable String language,
    @Nullable String contact,
    @Nullable String licence,
    @Nullable String attribution,
    AgencyId keptBy,
    @Nullable Instant retiredAt,
    long version) {}
