package org.handrail.plan.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.handrail.plan.plan.ActivatingPlan;
import org.handrail.plan.plan.DrawingUpPlan;
import org.handrail.plan.plan.PlanId;
import org.handrail.plan.plan.PlansInReach;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans, from drawing up to the client's act that puts them into force. */
@RestController
@RequestMapping("/api/plans")
@AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
class PlanController {

  private final DrawingUpPlan drawingUp;
  private final ActivatingPlan activating;
  private final PlansInReach inReach;

  PlanController(DrawingUpPlan drawingUp, ActivatingPlan activating, PlansInReach inReach) {
    this.drawingUp = drawingUp;
    this.activating = activating;
    this.inReach = inReach;
  }

  /** Whose plan is to be drawn up. */
  record DrawUpPlan(@NotNull UUID clientId) {}

  /** The client's act, as it was written down. */
  record Activation(@NotNull @Valid ActForm act) {}

  /** A client's plans. */
  record PlanList(List<PlanView> items) {}

  @PostMapping
  ResponseEntity<PlanView> drawUp(
      Person person, @RequestBody @Valid DrawUpPlan form, Submission submission) {
    var id = drawingUp.drawUp(person, form.clientId(), submission).id();
    return current(person, id, ResponseEntity.created(URI.create("/api/plans/" + id)));
  }

  @PostMapping("/{id}/activation")
  ResponseEntity<PlanView> activate(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Activation form,
      Submission submission,
      @IfMatch long seen) {
    activating.activate(person, new PlanId(id), seen, form.act(), submission);
    return current(person, id, ResponseEntity.ok());
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  ResponseEntity<PlanView> read(Person person, @PathVariable UUID id) {
    return current(person, id, ResponseEntity.ok());
  }

  @GetMapping
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  PlanList ofClient(Person person, @RequestParam UUID clientId) {
    return new PlanList(inReach.ofClient(person, clientId).stream().map(PlanView::of).toList());
  }

  private ResponseEntity<PlanView> current(
      Person person, UUID id, ResponseEntity.BodyBuilder answer) {
    var plan = inReach.find(person, new PlanId(id));
    return answer.eTag(ETags.of(plan.version())).body(PlanView.of(plan));
  }
}
