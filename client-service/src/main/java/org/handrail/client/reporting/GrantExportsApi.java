package org.handrail.client.reporting;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.submission.Submission;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports of a grant's reports to its funder. */
@RestController
@RequestMapping("/api/clients/grant-exports")
@AllowedTo({PRIVACY_OFFICER, AGENCY_ADMIN})
class GrantExportsApi {
  private final ExportingReports exporting;
  private final HandingOutExport handingOut;

  GrantExportsApi(ExportingReports exporting, HandingOutExport handingOut) {
    this.exporting = exporting;
    this.handingOut = handingOut;
  }

  /**
   * @param from the first day of which reports are wanted
   * @param until the last one
   */
  record NewExport(
      @NotNull @Pattern(regexp = "[a-z0-9-]{1,64}") String grant,
      @NotNull LocalDate from,
      @NotNull LocalDate until) {}

  @PostMapping
  ResponseEntity<HandingOutExport.View> export(
      Person person, @RequestBody @Valid NewExport wanted, Submission submission) {
    var id =
        submission
            .create(() -> exporting.export(person, wanted.grant(), wanted.from(), wanted.until()))
            .id();
    return ResponseEntity.created(URI.create("/api/clients/grant-exports/" + id))
        .body(handingOut.one(person, id));
  }

  @GetMapping("/{id}")
  HandingOutExport.View one(Person person, @PathVariable UUID id) {
    return handingOut.one(person, id);
  }

  /** What goes to the funder. */
  @GetMapping("/{id}/file")
  ResponseEntity<HandingOutExport.File> file(Person person, @PathVariable UUID id) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report.json\"")
        .body(handingOut.file(person, id));
  }
}
