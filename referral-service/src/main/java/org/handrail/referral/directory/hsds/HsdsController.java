package org.handrail.referral.directory.hsds;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.OpenToEverybody;
import org.handrail.referral.directory.hsds.Reading.Paging;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The HSDS 3.1 API: services and where they are, organizations, taxonomies and terms. */
@RestController
@RequestMapping("/hsds")
@OpenToEverybody("A directory of help is of use to whoever looks for help; it holds no clients")
class HsdsController {
  private final Reading reading;
  private final String publicUrl;

  HsdsController(Reading reading, @Value("${handrail.referral.public-url}") String publicUrl) {
    this.reading = reading;
    this.publicUrl = publicUrl;
  }

  /** What this API is. */
  record About(String version, String profile, @JsonProperty("openapi_url") String openapiUrl) {}

  @GetMapping({"", "/"})
  About about() {
    return new About(
        "3.1",
        "https://docs.openreferral.org/en/3.1/hsds/",
        publicUrl + "/docs/openapi/referral.json");
  }

  @GetMapping("/services")
  HsdsPage services(
      @RequestParam(required = false) @Size(max = 200) @Nullable String search,
      @RequestParam(name = "taxonomy_term_id", required = false) @Nullable UUID term,
      @RequestParam(name = "taxonomy_id", required = false) @Nullable UUID taxonomy,
      @RequestParam(name = "organization_id", required = false) @Nullable UUID organization,
      @RequestParam(name = "modified_after", required = false) @Nullable Instant modifiedAfter,
      @RequestParam(defaultValue = "false") boolean minimal,
      @RequestParam(defaultValue = "false") boolean full,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "per_page", defaultValue = "50") int perPage,
      @RequestParam(required = false) @Nullable String format) {
    Listing listing =
        Listing.of(Kind.SERVICE)
            .words(search)
            .withTerm(term)
            .withTaxonomy(taxonomy)
            .ofOrganization(organization)
            .modifiedAfter(modifiedAfter);
    var paging = new Paging(page, perPage, format);
    return minimal
        ? reading.minimal(listing, paging)
        : reading.page(listing, paging, new Depth(Kind.SERVICE, full, true));
  }

  @GetMapping("/services/{id}")
  JsonNode service(@PathVariable UUID id) {
    return reading.one(Kind.SERVICE, id, new Depth(Kind.SERVICE, true, true));
  }

  @GetMapping("/service_at_locations")
  HsdsPage servicesAtLocations(
      @RequestParam(required = false) @Size(max = 200) @Nullable String search,
      @RequestParam(name = "taxonomy_term_id", required = false) @Nullable UUID term,
      @RequestParam(name = "taxonomy_id", required = false) @Nullable UUID taxonomy,
      @RequestParam(name = "organization_id", required = false) @Nullable UUID organization,
      @RequestParam(name = "modified_after", required = false) @Nullable Instant modifiedAfter,
      @RequestParam(required = false) @Size(max = 20) @Nullable String postcode,
      @RequestParam(defaultValue = "false") boolean full,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "per_page", defaultValue = "50") int perPage,
      @RequestParam(required = false) @Nullable String format) {
    return reading.page(
        Listing.of(Kind.SERVICE_AT_LOCATION)
            .words(search)
            .withTerm(term)
            .withTaxonomy(taxonomy)
            .ofOrganization(organization)
            .modifiedAfter(modifiedAfter)
            .inPostcode(postcode),
        new Paging(page, perPage, format),
        new Depth(Kind.SERVICE_AT_LOCATION, full, true));
  }

  @GetMapping("/service_at_locations/{id}")
  JsonNode serviceAtLocation(@PathVariable UUID id) {
    return reading.one(
        Kind.SERVICE_AT_LOCATION, id, new Depth(Kind.SERVICE_AT_LOCATION, true, true));
  }

  @GetMapping("/organizations")
  HsdsPage organizations(
      @RequestParam(required = false) @Size(max = 200) @Nullable String search,
      @RequestParam(name = "full_service", defaultValue = "false") boolean fullService,
      @RequestParam(defaultValue = "false") boolean full,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "per_page", defaultValue = "50") int perPage,
      @RequestParam(required = false) @Nullable String format) {
    return reading.page(
        Listing.of(Kind.ORGANIZATION).nameContains(search),
        new Paging(page, perPage, format),
        new Depth(Kind.ORGANIZATION, full || fullService, fullService));
  }

  @GetMapping("/organizations/{id}")
  JsonNode organization(
      @PathVariable UUID id,
      @RequestParam(name = "full_service", defaultValue = "false") boolean fullService) {
    return reading.one(Kind.ORGANIZATION, id, new Depth(Kind.ORGANIZATION, true, fullService));
  }

  @GetMapping("/taxonomies")
  HsdsPage taxonomies(
      @RequestParam(required = false) @Size(max = 200) @Nullable String search,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "per_page", defaultValue = "50") int perPage,
      @RequestParam(required = false) @Nullable String format) {
    return reading.page(
        Listing.of(Kind.TAXONOMY).nameContains(search),
        new Paging(page, perPage, format),
        new Depth(Kind.TAXONOMY, true, true));
  }

  @GetMapping("/taxonomies/{id}")
  JsonNode taxonomy(@PathVariable UUID id) {
    return reading.one(Kind.TAXONOMY, id, new Depth(Kind.TAXONOMY, true, true));
  }

  @GetMapping("/taxonomy_terms")
  HsdsPage terms(
      @RequestParam(required = false) @Size(max = 200) @Nullable String search,
      @RequestParam(name = "taxonomy_id", required = false) @Nullable UUID taxonomy,
      @RequestParam(name = "parent_id", required = false) @Nullable UUID parent,
      @RequestParam(name = "top_only", defaultValue = "false") boolean topOnly,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "per_page", defaultValue = "50") int perPage,
      @RequestParam(required = false) @Nullable String format) {
    return reading.page(
        Listing.of(Kind.TAXONOMY_TERM)
            .nameContains(search)
            .inTaxonomy(taxonomy)
            .below(parent)
            .topOnly(topOnly),
        new Paging(page, perPage, format),
        new Depth(Kind.TAXONOMY_TERM, true, true));
  }

  @GetMapping("/taxonomy_terms/{id}")
  JsonNode term(@PathVariable UUID id) {
    return reading.one(Kind.TAXONOMY_TERM, id, new Depth(Kind.TAXONOMY_TERM, true, true));
  }
}
