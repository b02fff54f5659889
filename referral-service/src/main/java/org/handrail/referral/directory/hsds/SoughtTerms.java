package org.handrail.referral.directory.hsds;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What narrows a list of terms.
 *
 * @param search a part of the name
 * @param parent the term above them
 */
record SoughtTerms(
    @Size(max = 200) @Nullable String search,
    @BindParam("taxonomy_id") @Parameter(name = "taxonomy_id") @Nullable UUID taxonomy,
    @BindParam("parent_id") @Parameter(name = "parent_id") @Nullable UUID parent) {

  Wanted wanted(boolean topOnly) {
    return new Wanted(
        Listing.of(Kind.TAXONOMY_TERM)
            .nameContains(search)
            .inTaxonomy(taxonomy)
            .below(parent)
            .topOnly(topOnly),
        new Depth(Kind.TAXONOMY_TERM, true, true));
  }
}
