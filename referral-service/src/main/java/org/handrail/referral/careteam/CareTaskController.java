package org.handrail.referral.careteam;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.PagePlace;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board that a client shares with those at their side, within the agency. */
@RestController
@RequestMapping("/api/handoffs/tasks")
@AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
class CareTaskController {
  private final CareTasks tasks;
  private final Assignments assignments;
  private final MergedRecords merged;
  private final Transactions transactions;
  private final Clock clock;

  CareTaskController(
      CareTasks tasks,
      Assignments assignments,
      MergedRecords merged,
      Transactions transactions,
      Clock clock) {
    this.tasks = tasks;
    this.assignments = assignments;
    this.merged = merged;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A task.
   *
   * @param owner the client where nothing is said
   */
  record AddTask(
      @NotNull UUID clientId,
      @NotNull CareTask.Code code,
      @ManyLines @NotBlank @Size(max = 500) String words,
      CareTask.@Nullable Owner owner,
      @Nullable LocalDate dueOn) {}

  /** What it says from now on. */
  record RewordTask(
      @ManyLines @NotBlank @Size(max = 500) String words,
      @NotNull CareTask.Owner owner,
      @Nullable LocalDate dueOn) {}

  /** That it is done, or dropped, or open again. */
  record SettleTask(@NotNull CareTask.State state) {}

  /** A page; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TaskPage(List<CareTask> items, @Nullable String next) {}

  @PostMapping
  ResponseEntity<CareTask> add(
      Person person, @RequestBody @Valid AddTask wanted, Submission submission) {
    assignments.require(person, wanted.clientId());
    requirePlanned(wanted.dueOn());
    UUID id =
        submission
            .create(
                () -> {
                  merged.requireUnmerged(wanted.clientId());
                  var task =
                      new CareTask(
                          UUID.randomUUID(),
                          wanted.clientId(),
                          wanted.code(),
                          wanted.words(),
                          wanted.owner() == null ? CareTask.Owner.CLIENT : wanted.owner(),
                          wanted.dueOn(),
                          CareTask.State.OPEN,
                          person.subject(),
                          clock.instant().truncatedTo(ChronoUnit.MICROS),
                          null,
                          0);
                  tasks.add(person.agency(), task);
                  return task.id();
                })
            .id();
    CareTask task = load(id);
    return ResponseEntity.created(URI.create("/api/handoffs/tasks/" + id))
        .eTag(ETags.of(task.version()))
        .body(task);
  }

  @GetMapping("/{id}")
  ResponseEntity<CareTask> show(Person person, @PathVariable UUID id) {
    require(person, id);
    return ok(load(id));
  }

  @GetMapping
  TaskPage list(
      Person person,
      @RequestParam UUID clientId,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after) {
    var place = after == null ? null : PagePlace.read(after);
    assignments.require(person, clientId);
    var page =
        transactions.reading(
            () ->
                Slice.of(
                    limit,
                    most -> tasks.of(person, clientId, place, most),
                    CareTaskController::cursor));
    return new TaskPage(page.items(), page.next());
  }

  @PutMapping("/{id}")
  ResponseEntity<CareTask> reword(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid RewordTask wanted,
      @IfMatch long version) {
    require(person, id);
    transactions.run(
        () -> {
          CareTask task = tasks.lock(id).orElseThrow(NotFound::new);
          Versions.require(version, task.version());
          // What is overdue by now may be reworded all the same.
          if (!Objects.equals(wanted.dueOn(), task.dueOn())) {
            requirePlanned(wanted.dueOn());
          }
          tasks.reword(id, wanted.words(), wanted.owner(), wanted.dueOn());
        });
    return ok(load(id));
  }

  @PostMapping("/{id}/state")
  ResponseEntity<CareTask> settle(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid SettleTask wanted,
      Submission submission,
      @IfMatch long version) {
    require(person, id);
    submission.change(
        () -> tasks.lock(id).orElseThrow(NotFound::new),
        task -> {
          Versions.require(version, task.version());
          var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          tasks.settle(id, wanted.state(), person.subject(), now);
          return id;
        });
    return ok(load(id));
  }

  private void requirePlanned(@Nullable LocalDate dueOn) {
    if (dueOn != null) {
      ActTimes.requirePlanned("/dueOn", dueOn, clock.instant());
    }
  }

  private void require(Person person, UUID id) {
    assignments.require(person, transactions.reading(() -> tasks.clientOf(id)));
  }

  private CareTask load(UUID id) {
    return transactions.reading(() -> tasks.find(id)).orElseThrow(NotFound::new);
  }

  private static ResponseEntity<CareTask> ok(CareTask task) {
    return ResponseEntity.ok().eTag(ETags.of(task.version())).body(task);
  }

  private static String cursor(CareTask last) {
    return new PagePlace(last.addedAt(), last.id()).cursor();
  }
}
