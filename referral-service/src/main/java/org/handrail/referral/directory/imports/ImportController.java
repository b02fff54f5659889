package org.handrail.referral.directory.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Codes;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes HSDS files in, and tells row by row what came of them. */
@RestController
@RequestMapping("/api/directory/imports")
@AllowedTo({Role.COALITION_ADMIN, Role.AGENCY_ADMIN})
class ImportController {
  private final ImportingDirectory importing;
  private final Imports imports;
  private final Transactions transactions;

  ImportController(ImportingDirectory importing, Imports imports, Transactions transactions) {
    this.importing = importing;
    this.imports = imports;
    this.transactions = transactions;
  }

  /**
   * What came of a file.
   *
   * @param read rows in the file, each object being one
   * @param stored rows of it that are in the directory now
   * @param rejected rows that are not; {@code read = stored + rejected}
   */
  record ImportView(
      UUID id,
      String source,
      Instant importedAt,
      int read,
      int stored,
      int rejected,
      List<Reported> reported) {}

  /** One thing in the file that was not taken as it stood. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reported(
      String pointer,
      String kind,
      @Nullable String rowId,
      String code,
      String detail,
      boolean rejected) {}

  @PostMapping(consumes = "application/json")
  ResponseEntity<ImportView> take(
      Person person,
      @RequestParam @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String source,
      @RequestBody JsonNode file,
      Submission submission) {
    return take(person, source, now -> FileShape.read(file, now), submission);
  }

  @PostMapping(consumes = "application/zip")
  ResponseEntity<ImportView> takePackage(
      Person person,
      @RequestParam @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String source,
      @RequestBody byte[] file,
      Submission submission) {
    return take(person, source, now -> DataPackage.read(file, now), submission);
  }

  private ResponseEntity<ImportView> take(
      Person person,
      String source,
      Function<Instant, HsdsReading.Result> file,
      Submission submission) {
    UUID id = submission.create(() -> importing.take(person, source, file)).id();
    return ResponseEntity.created(URI.create("/api/directory/imports/" + id))
        .body(view(person, id));
  }

  @GetMapping("/{id}")
  ImportView show(Person person, @PathVariable UUID id) {
    return view(person, id);
  }

  private ImportView view(Person person, UUID id) {
    Imports.Import done =
        transactions.reading(() -> imports.find(person.agency(), id).orElseThrow(NotFound::new));
    return new ImportView(
        done.id(),
        done.source(),
        done.at(),
        done.read(),
        done.stored(),
        done.read() - done.stored(),
        done.findings().stream()
            .map(
                f ->
                    new Reported(
                        f.pointer(),
                        Codes.of(f.kind()),
                        f.rowId(),
                        f.code(),
                        f.detail(),
                        f.rejected()))
            .toList());
  }
}
