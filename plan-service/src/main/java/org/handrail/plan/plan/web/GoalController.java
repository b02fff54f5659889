package org.handrail.plan.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.handrail.plan.plan.AcceptingGoal;
import org.handrail.plan.plan.GoalCategory;
import org.handrail.plan.plan.GoalId;
import org.handrail.plan.plan.PlanId;
import org.handrail.plan.plan.PlansInReach;
import org.handrail.plan.plan.StatedBy;
import org.handrail.plan.plan.StatingGoal;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The goals of a plan. Their {@code ETag} is the plan's: they are part of it. */
@RestController
@RequestMapping("/api/plans/{planId}/goals")
@AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
class GoalController {

  private final StatingGoal stating;
  private final AcceptingGoal accepting;
  private final PlansInReach inReach;

  GoalController(StatingGoal stating, AcceptingGoal accepting, PlansInReach inReach) {
    this.stating = stating;
    this.accepting = accepting;
    this.inReach = inReach;
  }

  /** A goal to be written down. */
  record StateGoal(
      @ManyLines @NotBlank @Size(max = 2000) String words,
      @NotNull GoalCategory category,
      @NotNull StatedBy statedBy) {}

  /** The client's act, as it was written down. */
  record Acceptance(@NotNull @Valid ActForm act) {}

  @PostMapping
  ResponseEntity<GoalView> state(
      Person person,
      @PathVariable UUID planId,
      @RequestBody @Valid StateGoal form,
      Submission submission) {
    var goal = new StatingGoal.StateGoal(form.words(), form.category(), form.statedBy());
    var id = stating.state(person, new PlanId(planId), goal, submission).id();
    var location = URI.create("/api/plans/" + planId + "/goals/" + id);
    return current(person, planId, id, ResponseEntity.created(location));
  }

  @PostMapping("/{id}/acceptance")
  ResponseEntity<GoalView> accept(
      Person person,
      @PathVariable UUID planId,
      @PathVariable UUID id,
      @RequestBody @Valid Acceptance form,
      Submission submission) {
    accepting.accept(person, new PlanId(planId), new GoalId(id), form.act(), submission);
    return current(person, planId, id, ResponseEntity.ok());
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  ResponseEntity<GoalView> read(Person person, @PathVariable UUID planId, @PathVariable UUID id) {
    return current(person, planId, id, ResponseEntity.ok());
  }

  private ResponseEntity<GoalView> current(
      Person person, UUID planId, UUID id, ResponseEntity.BodyBuilder answer) {
    var plan = inReach.find(person, new PlanId(planId));
    var goal = plan.goal(new GoalId(id)).orElseThrow(NotFound::new);
    return answer.eTag(ETags.of(plan.version())).body(GoalView.of(goal));
  }
}
