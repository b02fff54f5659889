package org.handrail.referral.directory.hsds;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.handrail.platform.caller.OpenToEverybody;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of the HSDS API as whoever keeps a copy reads them: all of it, a line for each row. */
@RestController
@RequestMapping(path = "/hsds", params = "format=ndjson")
@OpenToEverybody("A directory of help is of use to whoever looks for help; it holds no clients")
class HsdsLinesController {
  private static final String NDJSON = "application/x-ndjson";

  private final Reading reading;

  HsdsLinesController(Reading reading) {
    this.reading = reading;
  }

  @GetMapping("/services")
  void services(
      @ParameterObject @ModelAttribute @Valid SoughtServices sought,
      @RequestParam(defaultValue = "false") boolean minimal,
      @RequestParam(defaultValue = "false") boolean full,
      HttpServletResponse response)
      throws IOException {
    write(sought.services(minimal, full), response);
  }

  @GetMapping("/service_at_locations")
  void servicesAtLocations(
      @ParameterObject @ModelAttribute @Valid SoughtServices sought,
      @ParameterObject @ModelAttribute @Valid Area area,
      @RequestParam(defaultValue = "false") boolean full,
      HttpServletResponse response)
      throws IOException {
    write(sought.places(area, full), response);
  }

  @GetMapping("/organizations")
  void organizations(
      @ParameterObject @ModelAttribute @Valid SoughtByName sought,
      @RequestParam(name = "full_service", defaultValue = "false") boolean fullService,
      @RequestParam(defaultValue = "false") boolean full,
      HttpServletResponse response)
      throws IOException {
    write(sought.organizations(fullService, full), response);
  }

  @GetMapping("/taxonomies")
  void taxonomies(
      @ParameterObject @ModelAttribute @Valid SoughtByName sought, HttpServletResponse response)
      throws IOException {
    write(sought.taxonomies(), response);
  }

  @GetMapping("/taxonomy_terms")
  void terms(
      @ParameterObject @ModelAttribute @Valid SoughtTerms sought,
      @RequestParam(name = "top_only", defaultValue = "false") boolean topOnly,
      HttpServletResponse response)
      throws IOException {
    write(sought.wanted(topOnly), response);
  }

  /** What was written so far is kept by whoever read it: a row is whole, or it is not there. */
  private void write(Wanted wanted, HttpServletResponse response) throws IOException {
    response.setContentType(NDJSON);
    response.setCharacterEncoding(UTF_8);
    var out = response.getOutputStream();
    for (var rows : reading.batches(wanted)) {
      for (var row : rows) {
        out.write((row + "\n").getBytes(UTF_8));
      }
      out.flush();
    }
  }
}
