package org.handrail.referral.gap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.referral.directory.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people needed and could not find: noted for one of them, told of many. */
@RestController
@RequestMapping("/api/gaps")
class GapController {
  private static final int AGENCIES = 3;

  private final JdbcUnmetNeeds needs;
  private final Vocabulary vocabulary;
  private final Assignments assignments;
  private final MergedRecords merged;
  private final Transactions transactions;
  private final Quarters quarters;

  GapController(
      JdbcUnmetNeeds needs,
      Vocabulary vocabulary,
      Assignments assignments,
      MergedRecords merged,
      Transactions transactions,
      Quarters quarters) {
    this.needs = needs;
    this.vocabulary = vocabulary;
    this.assignments = assignments;
    this.merged = merged;
    this.transactions = transactions;
    this.quarters = quarters;
  }

  /** That a client needs what cannot be found, by words of the directory alone. */
  record NoteNeed(
      @NotNull UUID clientId,
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String need,
      @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") @Nullable String area) {}

  /**
   * As it was noted.
   *
   * @param takenBack whether it was a mistake, and counts no more
   */
  record NotedNeed(UUID id, String need, String area, boolean takenBack) {}

  @PostMapping("/needs")
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<NotedNeed> note(
      Person person, @RequestBody @Valid NoteNeed noted, Submission submission) {
    assignments.require(person, noted.clientId());
    String area = noted.area() == null ? UnmetNeeds.NO_AREA : noted.area();
    UUID id =
        submission
            .create(
                () -> {
                  merged.requireUnmerged(noted.clientId());
                  vocabulary.requireNeed(noted.need());
                  if (!area.equals(UnmetNeeds.NO_AREA)) {
                    vocabulary.requireArea(area);
                  }
                  return needs.add(
                      person.agency(), noted.clientId(), noted.need(), area, Unmet.NOTED);
                })
            .id();
    return ResponseEntity.created(URI.create("/api/gaps/needs/" + id)).body(show(person, id));
  }

  @GetMapping("/needs/{id}")
  @AllowedTo(Role.PEER_SPECIALIST)
  NotedNeed show(Person person, @PathVariable UUID id) {
    JdbcUnmetNeeds.Noted noted = theirs(person, id);
    return new NotedNeed(id, noted.need(), noted.area(), noted.takenBack());
  }

  /** Takes back what was noted by mistake. */
  @PostMapping("/needs/{id}/withdrawal")
  @AllowedTo(Role.PEER_SPECIALIST)
  NotedNeed takeBack(Person person, @PathVariable UUID id, Submission submission) {
    theirs(person, id);
    submission.change(
        () -> needs.find(id).orElseThrow(NotFound::new),
        noted -> {
          needs.takeBack(id, person);
          return id;
        });
    return show(person, id);
  }

  /** The current quarter when none is given. */
  @GetMapping
  @AllowedTo({Role.COALITION_ADMIN, Role.AGENCY_ADMIN})
  GapReport report(
      Person person,
      @RequestParam(required = false) @Pattern(regexp = Quarter.FORM) @Nullable String quarter) {
    Quarter of = quarter == null ? quarters.current() : quarters.of(quarter);
    return transactions.reading(
        () ->
            person.is(Role.COALITION_ADMIN)
                ? GapReport.of(of, AGENCIES, needs.ofAll(of))
                : GapReport.of(of, 1, needs.own(person.agency(), of)));
  }

  /** Of a client at whose side the person is, or nothing. */
  private JdbcUnmetNeeds.Noted theirs(Person person, UUID id) {
    Optional<JdbcUnmetNeeds.Noted> found = transactions.reading(() -> needs.find(id));
    assignments.require(person, found.map(JdbcUnmetNeeds.Noted::clientId));
    return found.orElseThrow(NotFound::new);
  }
}
