package org.handrail.referral.handoff;

import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.UUID;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.submission.Submission;
import org.handrail.referral.referral.FollowUpDone;
import org.handrail.referral.referral.FollowUpTask;
import org.handrail.referral.referral.FollowingUp;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What came of asking how it goes. */
@RestController
class FollowUpController {
  private static final FollowingUp.Where HERE =
      new FollowingUp.Where(
          EnumSet.of(FollowUpTask.Since.ARRIVAL),
          HandoffProblems.DEFICIENT,
          HandoffProblems.NOT_FROM_HERE);

  private final HandoffDesk desk;
  private final FollowingUp following;

  FollowUpController(HandoffDesk desk, FollowingUp following) {
    this.desk = desk;
    this.following = following;
  }

  @PostMapping("/api/handoffs/{id}/follow-ups/{day}")
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<HandoffView> done(
      Person person,
      @PathVariable UUID id,
      @PathVariable int day,
      @RequestBody @Valid FollowUpDone done,
      Submission submission) {
    var recorder = desk.recorder(person, id);
    submission.change(() -> desk.hold(id), handoff -> done(person, recorder, handoff, day, done));
    return ResponseEntity.ok(desk.show(person, id));
  }

  private UUID done(Person by, Recorder recorder, Handoff handoff, int day, FollowUpDone done) {
    if (handoff.arrivedAt() == null) {
      throw new NotFound();
    }
    if (handoff.state() == Handoff.State.CLOSED) {
      throw Refusal.of(HandoffProblems.NOT_FROM_HERE);
    }
    following.done(by, recorder, handoff.referralId(), day, done, HERE);
    return handoff.id();
  }
}
