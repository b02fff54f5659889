package org.handrail.referral.referral;

import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.handrail.referral.referral.lifecycle.Party;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How it goes where somebody was referred to, as they say it themselves: on the requester's side.
 */
@RestController
@RequestMapping("/api/referrals/{id}/follow-ups")
class ReferralFollowUpsController {
  private static final FollowingUp.Where HERE =
      new FollowingUp.Where(
          EnumSet.allOf(FollowUpTask.Since.class),
          ReferralProblems.FOLLOW_UP_DEFICIENT,
          ReferralProblems.FOLLOW_UP_DONE);

  private final ReferralDesk desk;
  private final Referrals referrals;
  private final FollowUps tasks;
  private final FollowingUp following;
  private final Access access;

  ReferralFollowUpsController(
      ReferralDesk desk,
      Referrals referrals,
      FollowUps tasks,
      FollowingUp following,
      Access access) {
    this.desk = desk;
    this.referrals = referrals;
    this.tasks = tasks;
    this.following = following;
    this.access = access;
  }

  /** In the order in which they are due. */
  record FollowUpList(List<FollowUpView> items) {}

  @GetMapping
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  FollowUpList list(Person person, @PathVariable UUID id) {
    desk.visible(person, id, Party.REQUESTER);
    return new FollowUpList(
        access.transactions().reading(() -> tasks.of(id)).stream().map(FollowUpView::of).toList());
  }

  @PostMapping("/{day}")
  @AllowedTo(Role.PEER_SPECIALIST)
  FollowUpList done(
      Person person,
      @PathVariable UUID id,
      @PathVariable int day,
      @RequestBody @Valid FollowUpDone done,
      Submission submission) {
    UUID client = desk.visible(person, id, Party.REQUESTER).asked().clientId();
    var recorder = Recorder.of(person, access.assignments().require(person, client));
    submission.change(
        () -> referrals.lock(id).orElseThrow(NotFound::new),
        referral -> {
          following.done(person, recorder, referral.id(), day, done, HERE);
          return referral.id();
        });
    return list(person, id);
  }
}
