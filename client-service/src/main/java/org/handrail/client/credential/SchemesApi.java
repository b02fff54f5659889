package org.handrail.client.credential;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.handrail.platform.caller.AllowedTo;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be certified, and what for. */
@RestController
@RequestMapping("/api/specialists/schemes")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, AGENCY_ADMIN})
class SchemesApi {
  private final Schemes schemes;

  SchemesApi(Schemes schemes) {
    this.schemes = schemes;
  }

  record Catalogue(Set<String> domains, Set<String> topics, List<SchemeView> schemes) {}

  /** A scheme with the versions that were asked for, the newest last. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SchemeView(
      String id,
      String name,
      String jurisdiction,
      @Nullable String requires,
      List<SchemeVersion> versions) {}

  /**
   * @param on only what is in force on that day
   */
  @GetMapping
  Catalogue all(@RequestParam @Nullable LocalDate on) {
    return new Catalogue(
        schemes.domains(),
        schemes.topics(),
        schemes.all().stream()
            .map(
                scheme ->
                    new SchemeView(
                        scheme.id(),
                        scheme.name(),
                        scheme.jurisdiction(),
                        scheme.requires(),
                        on == null
                            ? scheme.versions()
                            : schemes.on(scheme.id(), on).stream().toList()))
            .toList());
  }
}
