package org.handrail.referral.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets a client not go alone. */
@RestController
@RequestMapping("/api/meetings")
@AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
class CompanionController {
  private final GoingAlong goingAlong;
  private final Companions companions;
  private final Meetings meetings;
  private final Assignments assignments;
  private final Transactions transactions;

  CompanionController(
      GoingAlong goingAlong,
      Companions companions,
      Meetings meetings,
      Assignments assignments,
      Transactions transactions) {
    this.goingAlong = goingAlong;
    this.companions = companions;
    this.meetings = meetings;
    this.assignments = assignments;
    this.transactions = transactions;
  }

  /** The client wants somebody to come along to one time of a meeting. */
  record Ask(@NotNull UUID clientId, @NotNull Instant startsAt, @NotNull @Valid ActForm act) {}

  /**
   * What is arranged. It never says whether anybody was there.
   *
   * @param companion the sign-in of who comes along
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CompanionView(
      UUID id,
      UUID clientId,
      UUID meetingId,
      Instant startsAt,
      Companionship.Status status,
      @Nullable String companion,
      Instant askedAt,
      ActView act,
      long version) {
    static CompanionView of(Companionship it) {
      return new CompanionView(
          it.id(),
          it.clientId(),
          it.meetingId(),
          it.startsAt(),
          it.status(),
          it.companion() == null ? null : it.companion().value(),
          it.askedAt(),
          ActView.of(it.act()),
          it.version());
    }
  }

  /** In order of time; {@code next} is absent on the last page. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<CompanionView> items, @Nullable UUID next) {}

  @PostMapping("/{id}/companions")
  ResponseEntity<CompanionView> ask(
      Person person, @PathVariable UUID id, @RequestBody @Valid Ask ask, Submission submission) {
    // Before the transaction: it may have to ask client-service.
    Recorder recorder = Recorder.of(person, assignments.require(person, ask.clientId()));
    UUID made =
        submission
            .create(
                () -> meetings.find(id).orElseThrow(NotFound::new),
                meeting -> goingAlong.ask(person, recorder, meeting, ask))
            .id();
    CompanionView view = view(made);
    return ResponseEntity.created(URI.create("/api/meetings/companions/" + made))
        .eTag(ETags.of(view.version()))
        .body(view);
  }

  @PostMapping("/companions/{id}/agreement")
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<CompanionView> agree(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    Relation relation = require(person, id);
    submission.change(
        () ->
            companions.lock(id).filter(it -> relation != Relation.SELF).orElseThrow(NotFound::new),
        it -> goingAlong.agree(person, it, version));
    return answer(view(id));
  }

  @PostMapping("/companions/{id}/cancellation")
  ResponseEntity<CompanionView> cancel(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    require(person, id);
    submission.change(
        () -> companions.lock(id).orElseThrow(NotFound::new),
        it -> goingAlong.cancel(person, it, version));
    return answer(view(id));
  }

  @GetMapping("/companions/{id}")
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  ResponseEntity<CompanionView> show(Person person, @PathVariable UUID id) {
    require(person, id);
    return answer(view(id));
  }

  @GetMapping("/companions")
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  Page list(
      Person person,
      @RequestParam UUID clientId,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Nullable UUID after) {
    assignments.require(person, clientId);
    var page =
        transactions.reading(
            () ->
                Slice.of(
                    limit,
                    most -> companions.of(person, clientId, after, most),
                    each -> each.id()));
    return new Page(page.as(CompanionView::of).items(), page.next());
  }

  private Relation require(Person person, UUID id) {
    return assignments.require(person, transactions.reading(() -> companions.client(id)));
  }

  private CompanionView view(UUID id) {
    return CompanionView.of(
        transactions.reading(() -> companions.find(id)).orElseThrow(NotFound::new));
  }

  private static ResponseEntity<CompanionView> answer(CompanionView view) {
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }
}
