package org.handrail.referral.directory.hsds;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What narrows a list of services, or of the places where they are.
 *
 * @param search words
 * @param term of which one of the services' attributes is
 * @param taxonomy to which the term of one of the services' attributes belongs
 * @param organization that provides the services
 * @param modifiedAfter or at that instant; what is no more is not told, but missing in the whole
 *     list
 */
record SoughtServices(
    @Size(max = 200) @Nullable String search,
    @BindParam("taxonomy_term_id") @Parameter(name = "taxonomy_term_id") @Nullable UUID term,
    @BindParam("taxonomy_id") @Parameter(name = "taxonomy_id") @Nullable UUID taxonomy,
    @BindParam("organization_id") @Parameter(name = "organization_id") @Nullable UUID organization,
    @BindParam("modified_after") @Parameter(name = "modified_after")
        @Nullable Instant modifiedAfter) {

  Wanted services(boolean minimal, boolean full) {
    return new Wanted(listing(Kind.SERVICE), minimal ? null : new Depth(Kind.SERVICE, full, true));
  }

  Wanted places(Area area, boolean full) {
    return new Wanted(
        area.narrow(listing(Kind.SERVICE_AT_LOCATION)),
        new Depth(Kind.SERVICE_AT_LOCATION, full, true));
  }

  private Listing listing(Kind kind) {
    return Listing.of(kind)
        .words(search)
        .withTerm(term)
        .withTaxonomy(taxonomy)
        .ofOrganization(organization)
        .modifiedAfter(modifiedAfter);
  }
}
