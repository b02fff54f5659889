package org.handrail.referral.handoff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to a handoff until somebody else is there for the person. */
@RestController
@RequestMapping("/api/handoffs/{id}")
class HandoffStepsController {
  private final HandoffDesk desk;
  private final MeetingPeople meeting;
  private final Contact contact;
  private final ClosingHandoff closing;
  private final Clock clock;

  HandoffStepsController(
      HandoffDesk desk,
      MeetingPeople meeting,
      Contact contact,
      ClosingHandoff closing,
      Clock clock) {
    this.desk = desk;
    this.meeting = meeting;
    this.contact = contact;
    this.closing = closing;
    this.clock = clock;
  }

  /**
   * Who met whom; the outgoing side is who writes it down.
   *
   * @param clientPresent a warm handoff has the person there
   */
  record Met(
      @NotNull Instant at,
      @NotNull HandoffMeeting.Mode mode,
      @NotNull HandoffMeeting.Place place,
      @NotNull HandoffMeeting.Incoming incoming,
      @NotNull Boolean clientPresent) {}

  /** A meeting that it did not come to. */
  record Missed(
      @NotNull Instant at,
      @NotNull HandoffMeeting.Mode mode,
      @NotNull HandoffMeeting.Place place) {}

  /** Another time. */
  record Offer(@NotNull Instant plannedAt) {}

  /** The client's word that they are in contact with the new place. */
  record Confirmation(@NotNull @Valid ActForm act) {}

  /** Why it is not followed any more. */
  record Close(@NotNull Handoff.ClosingReason reason) {}

  @PostMapping("/meetings")
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<HandoffView> met(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Met met,
      Submission submission,
      @IfMatch long version) {
    var told =
        new MeetingPeople.Told(
            met.at(), met.mode(), met.place(), met.incoming(), met.clientPresent());
    return ok(
        desk.change(
            person, id, submission, version, handoff -> meeting.met(person, handoff, told)));
  }

  @PostMapping("/missed")
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<HandoffView> missed(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Missed missed,
      Submission submission,
      @IfMatch long version) {
    var told = new MeetingPeople.Told(missed.at(), missed.mode(), missed.place(), null, false);
    return ok(
        desk.change(
            person, id, submission, version, handoff -> meeting.missed(person, handoff, told)));
  }

  @PostMapping("/offers")
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<HandoffView> offer(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Offer offer,
      Submission submission,
      @IfMatch long version) {
    return ok(
        desk.change(
            person,
            id,
            submission,
            version,
            handoff -> meeting.offer(person, handoff, offer.plannedAt())));
  }

  @PostMapping("/confirmation")
  @AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
  ResponseEntity<HandoffView> confirm(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Confirmation confirmation,
      Submission submission,
      @IfMatch long version) {
    var recorder = desk.recorder(person, id);
    return ok(
        desk.change(
            person,
            id,
            submission,
            version,
            handoff -> {
              var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
              var act = confirmation.act().recordedBy(recorder, now);
              if (!handoff.underWay() || handoff.confirmed() != null) {
                throw Refusal.of(HandoffProblems.NOT_FROM_HERE);
              }
              contact.confirmed(person.agency(), handoff, act);
              return handoff.id();
            }));
  }

  @PostMapping("/closing")
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<HandoffView> close(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Close close,
      Submission submission,
      @IfMatch long version) {
    return ok(
        desk.change(
            person,
            id,
            submission,
            version,
            handoff -> {
              if (handoff.state() == Handoff.State.CLOSED) {
                throw Refusal.of(HandoffProblems.NOT_FROM_HERE);
              }
              closing.close(person.agency(), handoff, close.reason());
              return handoff.id();
            }));
  }

  private static ResponseEntity<HandoffView> ok(HandoffView view) {
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }
}
