package org.handrail.referral.directory.hsds;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.PostalCode;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is who asks.
 *
 * @param postcode that a service covers: one of its areas names it, or it has none and is there; of
 *     a ZIP Code with four digits more the five count
 * @param proximity metres around the middle of the places that the directory has in that postcode;
 *     what lies within them counts, whatever a service says of its areas
 */
record Area(
    @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 -]{0,19}") @Nullable String postcode,
    @Min(1) @Max(20_100_000) @Digits(integer = 8, fraction = 0) @Nullable Integer proximity) {

  Listing narrow(Listing listing) {
    if (postcode == null && proximity != null) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .parameter("proximity", "contradictory", "It goes with a postcode"));
    }
    if (postcode == null) {
      return listing;
    }
    String area = PostalCode.area(postcode.strip());
    return proximity == null ? listing.covering(area) : listing.near(area, proximity);
  }
}
