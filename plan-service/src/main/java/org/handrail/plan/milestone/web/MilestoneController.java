package org.handrail.plan.milestone.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.handrail.plan.milestone.Awaited;
import org.handrail.plan.milestone.MarkingMilestone;
import org.handrail.plan.milestone.MilestoneId;
import org.handrail.plan.milestone.MilestonesInReach;
import org.handrail.plan.milestone.StatingMilestone;
import org.handrail.plan.plan.GoalId;
import org.handrail.plan.plan.PlanId;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Milestones, from the client's words to the client's mark. */
@RestController
@RequestMapping("/api/milestones")
@AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
class MilestoneController {

  private final StatingMilestone stating;
  private final MarkingMilestone marking;
  private final MilestonesInReach inReach;

  MilestoneController(
      StatingMilestone stating, MarkingMilestone marking, MilestonesInReach inReach) {
    this.stating = stating;
    this.marking = marking;
    this.inReach = inReach;
  }

  /** What is to propose the milestone. */
  record WaitFor(
      @NotNull @Pattern(regexp = Awaited.ATTENDED) String referralBusinessStatus,
      @Nullable UUID referralId) {}

  /** A milestone to be written down. */
  record StateMilestone(
      @NotNull UUID planId,
      @NotNull UUID goalId,
      @ManyLines @NotBlank @Size(max = 2000) String words,
      @Valid @Nullable WaitFor on) {}

  /** The client's act, as it was written down. */
  record Marking(@NotNull @Valid ActForm act) {}

  /** A part of a plan's milestones. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MilestoneList(List<MilestoneView> items, @Nullable UUID next) {}

  @PostMapping
  ResponseEntity<MilestoneView> state(
      Person person, @RequestBody @Valid StateMilestone form, Submission submission) {
    var on = form.on();
    var command =
        new StatingMilestone.StateMilestone(
            new PlanId(form.planId()),
            new GoalId(form.goalId()),
            form.words(),
            on == null ? null : new Awaited(on.referralId()));
    var id = stating.state(person, command, submission).id();
    return current(person, id, ResponseEntity.created(URI.create("/api/milestones/" + id)));
  }

  @PostMapping("/{id}/marking")
  ResponseEntity<MilestoneView> mark(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Marking form,
      Submission submission) {
    marking.mark(person, new MilestoneId(id), form.act(), submission);
    return current(person, id, ResponseEntity.ok());
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  ResponseEntity<MilestoneView> read(Person person, @PathVariable UUID id) {
    return current(person, id, ResponseEntity.ok());
  }

  @GetMapping
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  MilestoneList ofPlan(
      Person person,
      @RequestParam UUID planId,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    var from = after == null ? null : new MilestoneId(after);
    var found = inReach.ofPlan(person, new PlanId(planId), from, limit + 1);
    var items = found.stream().limit(limit).map(MilestoneView::of).toList();
    return new MilestoneList(items, found.size() > limit ? items.getLast().id() : null);
  }

  private ResponseEntity<MilestoneView> current(
      Person person, UUID id, ResponseEntity.BodyBuilder answer) {
    var milestone = inReach.find(person, new MilestoneId(id));
    return answer.eTag(ETags.of(milestone.version())).body(MilestoneView.of(milestone));
  }
}
