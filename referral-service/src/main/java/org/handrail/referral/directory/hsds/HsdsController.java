package org.handrail.referral.directory.hsds;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.util.UUID;
import org.handrail.platform.caller.OpenToEverybody;
import org.handrail.referral.directory.standard.Kind;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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

  /**
   * What this API is.
   *
   * @param openapiUrl where the gateway shows its description; from its root on where nobody said
   *     under which address the gateway is reached
   */
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
      @ParameterObject @ModelAttribute @Valid SoughtServices sought,
      @RequestParam(defaultValue = "false") boolean minimal,
      @RequestParam(defaultValue = "false") boolean full,
      @ParameterObject @ModelAttribute Paging paging) {
    return reading.page(sought.services(minimal, full), paging);
  }

  @GetMapping("/services/{id}")
  JsonNode service(@PathVariable UUID id) {
    return reading.one(Kind.SERVICE, id, new Depth(Kind.SERVICE, true, true));
  }

  @GetMapping("/service_at_locations")
  HsdsPage servicesAtLocations(
      @ParameterObject @ModelAttribute @Valid SoughtServices sought,
      @ParameterObject @ModelAttribute @Valid Area area,
      @RequestParam(defaultValue = "false") boolean full,
      @ParameterObject @ModelAttribute Paging paging) {
    return reading.page(sought.places(area, full), paging);
  }

  @GetMapping("/service_at_locations/{id}")
  JsonNode serviceAtLocation(@PathVariable UUID id) {
    return reading.one(
        Kind.SERVICE_AT_LOCATION, id, new Depth(Kind.SERVICE_AT_LOCATION, true, true));
  }

  @GetMapping("/organizations")
  HsdsPage organizations(
      @ParameterObject @ModelAttribute @Valid SoughtByName sought,
      @RequestParam(name = "full_service", defaultValue = "false") boolean fullService,
      @RequestParam(defaultValue = "false") boolean full,
      @ParameterObject @ModelAttribute Paging paging) {
    return reading.page(sought.organizations(fullService, full), paging);
  }

  @GetMapping("/organizations/{id}")
  JsonNode organization(
      @PathVariable UUID id,
      @RequestParam(name = "full_service", defaultValue = "false") boolean fullService) {
    return reading.one(Kind.ORGANIZATION, id, new Depth(Kind.ORGANIZATION, true, fullService));
  }

  @GetMapping("/taxonomies")
  HsdsPage taxonomies(
      @ParameterObject @ModelAttribute @Valid SoughtByName sought,
      @ParameterObject @ModelAttribute Paging paging) {
    return reading.page(sought.taxonomies(), paging);
  }

  @GetMapping("/taxonomies/{id}")
  JsonNode taxonomy(@PathVariable UUID id) {
    return reading.one(Kind.TAXONOMY, id, new Depth(Kind.TAXONOMY, true, true));
  }

  @GetMapping("/taxonomy_terms")
  HsdsPage terms(
      @ParameterObject @ModelAttribute @Valid SoughtTerms sought,
      @RequestParam(name = "top_only", defaultValue = "false") boolean topOnly,
      @ParameterObject @ModelAttribute Paging paging) {
    return reading.page(sought.wanted(topOnly), paging);
  }

  @GetMapping("/taxonomy_terms/{id}")
  JsonNode term(@PathVariable UUID id) {
    return reading.one(Kind.TAXONOMY_TERM, id, new Depth(Kind.TAXONOMY_TERM, true, true));
  }
}
