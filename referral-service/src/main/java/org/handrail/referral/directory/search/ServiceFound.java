package org.handrail.referral.directory.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.handrail.referral.directory.Eligibility;
import org.handrail.referral.directory.ServiceView;
import org.jspecify.annotations.Nullable;

/**
 * A service that a search found.
 *
 * @param distanceKm to the nearest of its places, where a distance was asked for
 * @param fit whether it takes the person of whom something was said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceFound(
    @JsonUnwrapped ServiceView service, @Nullable Double distanceKm, @Nullable Eligibility fit) {}
