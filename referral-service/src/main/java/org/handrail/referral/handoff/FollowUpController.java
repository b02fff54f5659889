package org.handrail.referral.handoff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What came of asking how it goes. */
@RestController
class FollowUpController {
  private final HandoffDesk desk;
  private final Handoffs handoffs;
  private final FollowingUp following;

  FollowUpController(HandoffDesk desk, Handoffs handoffs, FollowingUp following) {
    this.desk = desk;
    this.handoffs = handoffs;
    this.following = following;
  }

  /**
   * What came of it.
   *
   * @param said the client's own words; there only if they want them kept
   */
  record FollowUpDone(@NotNull FollowUpTask.Outcome outcome, @Valid @Nullable ActForm said) {}

  @PostMapping("/api/handoffs/{id}/follow-ups/{day}")
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<HandoffView> done(
      Person person,
      @PathVariable UUID id,
      @PathVariable int day,
      @RequestBody @Valid FollowUpDone done,
      Submission submission) {
    var recorder = desk.recorder(person, id);
    submission.change(
        () -> handoffs.lock(id).orElseThrow(NotFound::new),
        handoff -> following.done(person, recorder, handoff, day, done.outcome(), done.said()));
    return ResponseEntity.ok(desk.show(person, id));
  }
}
