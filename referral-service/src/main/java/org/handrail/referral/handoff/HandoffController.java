package org.handrail.referral.handoff;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.PagePlace;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
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

/** Handoffs of an agency's clients, from their opening to their list. */
@RestController
@RequestMapping("/api/handoffs")
class HandoffController {
  private final HandoffDesk desk;
  private final OpeningHandoff opening;

  HandoffController(HandoffDesk desk, OpeningHandoff opening) {
    this.desk = desk;
    this.opening = opening;
  }

  /**
   * A handoff to the place of a referral.
   *
   * @param fromReferralId of the place where the person is, if a referral led there
   * @param level never taken: a level of care is the provider's to state
   */
  record Open(
      @NotNull UUID referralId,
      @Nullable UUID fromReferralId,
      @Nullable ContinuumStep from,
      @NotNull ContinuumStep to,
      @Nullable Instant plannedAt,
      @Size(max = 40) @Nullable String level) {}

  /** A page; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HandoffPage(List<HandoffView> items, @Nullable String next) {}

  @PostMapping
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<HandoffView> open(
      Person person, @RequestBody @Valid Open wanted, Submission submission) {
    HandoffView view =
        desk.open(
            person,
            wanted.referralId(),
            wanted.fromReferralId(),
            submission,
            referral -> {
              if (wanted.level() != null) {
                throw Refusal.of(
                    Problem.of(HandoffProblems.OUT_OF_SCOPE)
                        .error("/level", "clinical", "The provider states a level of care."));
              }
              return opening.open(
                  person,
                  referral,
                  new OpeningHandoff.OpenHandoff(
                      wanted.fromReferralId(), wanted.from(), wanted.to(), wanted.plannedAt()));
            });
    return ResponseEntity.created(URI.create("/api/handoffs/" + view.id()))
        .eTag(ETags.of(view.version()))
        .body(view);
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  ResponseEntity<HandoffView> show(Person person, @PathVariable UUID id) {
    HandoffView view = desk.show(person, id);
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }

  @GetMapping
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  HandoffPage list(
      Person person,
      @RequestParam UUID clientId,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after) {
    var place = after == null ? null : PagePlace.read(after);
    var page =
        Slice.of(limit, most -> desk.of(person, clientId, place, most), HandoffController::cursor);
    return new HandoffPage(page.items(), page.next());
  }

  private static String cursor(HandoffView last) {
    return new PagePlace(last.openedAt(), last.id()).cursor();
  }
}
