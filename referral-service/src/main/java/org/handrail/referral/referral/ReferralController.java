package org.handrail.referral.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Referrals, for those who send them and for those who are sent them. */
@RestController
@RequestMapping("/api/referrals")
class ReferralController {
  private final ReferralDesk desk;
  private final ListingReferrals listing;

  ReferralController(ReferralDesk desk, ListingReferrals listing) {
    this.desk = desk;
    this.listing = listing;
  }

  /**
   * A referral to the service that the client chose.
   *
   * @param required categories without which it is not delivered
   * @param optional categories that go along where the consent covers them
   * @param reason for the receiver, in a few words
   */
  record Draft(
      @NotNull UUID optionSetId,
      @NotNull Purpose purpose,
      @NotEmpty @Size(max = 20) List<@NotNull Category> required,
      @Size(max = 20) @Nullable List<@NotNull Category> optional,
      @Nullable Urgency urgency,
      @ManyLines @Size(max = 1000) @Nullable String reason) {}

  /**
   * The receiver's answer.
   *
   * @param proposedServiceId where they think the person might go, with {@code transfer-proposed}
   */
  record Answer(
      @NotNull AnswerStep step,
      @Nullable Reason reason,
      @Nullable Instant intakeAt,
      @Nullable UUID proposedServiceId) {

    TakingStep.TakeStep wanted() {
      return new TakingStep.TakeStep(step.step(), reason, intakeAt, proposedServiceId);
    }
  }

  /** Why the requester ends it. */
  record Cancellation(@Nullable Reason reason) {}

  /** A page; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<ReferralView> items, @Nullable String next) {}

  @PostMapping
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<ReferralView> draft(
      Person person, @RequestBody @Valid Draft draft, Submission submission) {
    UUID id = desk.draft(person, draft, submission);
    ReferralView view = desk.show(person, id);
    return ResponseEntity.created(URI.create("/api/referrals/" + id))
        .eTag(ETags.of(view.version()))
        .body(view);
  }

  @PostMapping("/{id}/sending")
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<ReferralView> send(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    return step(person, id, submission, version, TakingStep.TakeStep.of(Step.SENDING, null));
  }

  @PostMapping("/{id}/cancellation")
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<ReferralView> cancel(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Cancellation cancellation,
      Submission submission,
      @IfMatch long version) {
    return step(
        person,
        id,
        submission,
        version,
        TakingStep.TakeStep.of(Step.CANCELLED, cancellation.reason()));
  }

  @PostMapping("/{id}/correction")
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<ReferralView> correct(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    return step(
        person, id, submission, version, TakingStep.TakeStep.of(Step.ENTERED_IN_ERROR, null));
  }

  @PostMapping("/{id}/answers")
  @AllowedTo(Role.INTAKE_COORDINATOR)
  ResponseEntity<ReferralView> answer(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Answer answer,
      Submission submission,
      @IfMatch long version) {
    desk.answer(person, id, submission, version, answer.wanted());
    return ok(desk.show(person, id));
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.INTAKE_COORDINATOR, Role.CLIENT})
  ResponseEntity<ReferralView> show(Person person, @PathVariable UUID id) {
    return ok(desk.show(person, id));
  }

  @GetMapping
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.INTAKE_COORDINATOR, Role.CLIENT})
  Page list(
      Person person,
      @RequestParam ReferralView.Direction direction,
      @RequestParam(required = false) @Nullable UUID clientId,
      @RequestParam(required = false) @Nullable TaskStatus status,
      @RequestParam(required = false) @Nullable Urgency urgency,
      @RequestParam(required = false) @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}")
          @Nullable String from,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after) {
    return listing.list(
        person, direction, new ReferralLists.Sought(clientId, status, urgency, from), limit, after);
  }

  private ResponseEntity<ReferralView> step(
      Person person, UUID id, Submission submission, long version, TakingStep.TakeStep step) {
    desk.step(person, id, submission, version, step);
    return ok(desk.show(person, id));
  }

  private static ResponseEntity<ReferralView> ok(ReferralView view) {
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }
}
