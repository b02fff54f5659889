package org.handrail.referral.meeting;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.referral.directory.Languages;
import org.jspecify.annotations.Nullable;

/**
 * What one publisher hands out: meetings of one fellowship.
 *
 * @param zone of the meetings that name none
 * @param language of the meetings that name none, by the code by which meetings are looked for,
 *     whichever of ISO 639 its keeper wrote
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
    long version) {

  Feed {
    language = language == null ? null : requireNonNullElse(Languages.code(language), language);
  }
}
