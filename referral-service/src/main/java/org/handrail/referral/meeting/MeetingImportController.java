package org.handrail.referral.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
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

/** Takes files of feeds in, Meeting Guide or BMLT, and tells row by row what came of them. */
@RestController
@RequestMapping("/api/meetings/imports")
@AllowedTo({Role.COALITION_ADMIN, Role.AGENCY_ADMIN})
class MeetingImportController {
  static final ProblemType FEED_UNKNOWN =
      ProblemType.of("feed-unknown", 422, "Say first whose meetings these are");

  private final ImportingMeetings importing;
  private final MeetingImports imports;
  private final Feeds feeds;
  private final Transactions transactions;

  MeetingImportController(
      ImportingMeetings importing, MeetingImports imports, Feeds feeds, Transactions transactions) {
    this.importing = importing;
    this.imports = imports;
    this.feeds = feeds;
    this.transactions = transactions;
  }

  /**
   * What came of a file.
   *
   * @param read rows in the file
   * @param stored rows of it that are stored now
   * @param rejected rows that are not; {@code read = stored + rejected}
   * @param withdrawn meetings of earlier files that this one does not have
   */
  record MeetingImportView(
      UUID id,
      UUID feedId,
      Instant importedAt,
      int read,
      int stored,
      int rejected,
      int withdrawn,
      List<RemarkView> reported) {}

  /** One thing in the file that was not taken as it stood. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RemarkView(
      String pointer, @Nullable String rowId, String code, String detail, boolean rejected) {}

  @PostMapping
  ResponseEntity<MeetingImportView> take(
      Person person,
      @RequestParam @Pattern(regexp = FeedController.NAME) String feed,
      @RequestBody JsonNode file,
      Submission submission) {
    UUID id = submission.create(() -> importing.take(person, locked(feed), file)).id();
    return ResponseEntity.created(URI.create("/api/meetings/imports/" + id)).body(view(person, id));
  }

  @GetMapping("/{id}")
  MeetingImportView show(Person person, @PathVariable UUID id) {
    return view(person, id);
  }

  private Feed locked(String name) {
    return feeds
        .named(name)
        .flatMap(feed -> feeds.lock(feed.id()))
        .orElseThrow(
            () ->
                Refusal.of(
                    Problem.of(FEED_UNKNOWN).detail("Parameter feed names none that there is")));
  }

  private MeetingImportView view(Person person, UUID id) {
    MeetingImports.Import done =
        transactions.reading(() -> imports.find(person.agency(), id).orElseThrow(NotFound::new));
    return new MeetingImportView(
        done.id(),
        done.feedId(),
        done.at(),
        done.read(),
        done.stored(),
        done.read() - done.stored(),
        done.withdrawn(),
        done.remarks().stream()
            .map(r -> new RemarkView(r.pointer(), r.rowId(), r.code(), r.detail(), r.rejected()))
            .toList());
  }
}
