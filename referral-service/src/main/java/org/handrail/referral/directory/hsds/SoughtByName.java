package org.handrail.referral.directory.hsds;

import jakarta.validation.constraints.Size;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a list of organizations or of taxonomies.
 *
 * @param search a part of the name
 */
record SoughtByName(@Size(max = 200) @Nullable String search) {

  Wanted organizations(boolean fullService, boolean full) {
    return new Wanted(
        Listing.of(Kind.ORGANIZATION).nameContains(search),
        new Depth(Kind.ORGANIZATION, full || fullService, fullService));
  }

  Wanted taxonomies() {
    return new Wanted(
        Listing.of(Kind.TAXONOMY).nameContains(search), new Depth(Kind.TAXONOMY, true, true));
  }
}
