package org.handrail.referral.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Places that a provider keeps for referrals; nobody else sees them here. */
@RestController
@RequestMapping("/api/capacity/{id}/holds")
@AllowedTo(Role.INTAKE_COORDINATOR)
class HoldController {
  private final Capacities capacities;
  private final Holding holding;
  private final JdbcHolds holds;
  private final HeldReferrals referrals;
  private final Transactions transactions;

  HoldController(
      Capacities capacities,
      Holding holding,
      JdbcHolds holds,
      HeldReferrals referrals,
      Transactions transactions) {
    this.capacities = capacities;
    this.holding = holding;
    this.holds = holds;
    this.referrals = referrals;
    this.transactions = transactions;
  }

  /**
   * Keeps a place for a referral, or the one that is kept already for another while.
   *
   * @param holdFor for how long from now on, from a minute to as long as the provider keeps places;
   *     that is also the default for a place that is not kept yet
   */
  record KeepPlace(
      @NotNull UUID referralId,
      @Schema(description = HoldTime.OF_ONE) @Nullable Duration holdFor) {}

  /** A page, the latest first; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HoldPage(List<Hold> items, @Nullable UUID next) {}

  /** What is held, and of what. */
  private record Wanted(Capacity capacity, UUID referralId) {}

  @PostMapping
  ResponseEntity<Hold> keep(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid KeepPlace wanted,
      Submission submission) {
    UUID hold =
        submission
            .create(
                () -> wanted(person, id, wanted.referralId()),
                found ->
                    holding
                        .same(person, found.capacity(), found.referralId(), wanted.holdFor())
                        .orElseGet(() -> granted(person, found, wanted.holdFor())))
            .id();
    return ResponseEntity.created(URI.create("/api/capacity/" + id + "/holds/" + hold))
        .body(transactions.reading(() -> holds.find(hold).orElseThrow(NotFound::new)));
  }

  @PostMapping("/{hold}/release")
  Hold release(
      Person person, @PathVariable UUID id, @PathVariable UUID hold, Submission submission) {
    submission.change(
        () -> own(person, id, hold),
        found -> {
          // Of two who end it at once one does: each step of the referral holds it.
          referrals.lock(found.referralId());
          if (own(person, id, hold).endedAs() != null) {
            throw Refusal.of(CapacityProblems.HOLD_ENDED);
          }
          holding.end(found.referralId(), HoldEnd.RELEASED);
          return hold;
        });
    return transactions.reading(() -> own(person, id, hold));
  }

  @GetMapping("/{hold}")
  Hold show(Person person, @PathVariable UUID id, @PathVariable UUID hold) {
    return transactions.reading(() -> own(person, id, hold));
  }

  @GetMapping
  HoldPage list(
      Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Nullable UUID after) {
    return transactions.reading(
        () -> {
          own(person, id);
          Hold place = after == null ? null : own(person, id, after);
          var page = Slice.of(limit, most -> holds.page(id, place, most), Hold::id);
          return new HoldPage(page.items(), page.next());
        });
  }

  /** The referral is locked first, as with each of its steps. */
  private Wanted wanted(Person person, UUID id, UUID referralId) {
    UUID service = referrals.lockReceived(person, referralId).orElseThrow(NotFound::new);
    Capacity capacity = own(person, id);
    if (!capacity.serviceId().equals(service)) {
      throw new NotFound();
    }
    return new Wanted(capacity, referralId);
  }

  private UUID granted(Person person, Wanted found, @Nullable Duration time) {
    referrals.requirePlaceCanBeKept(person, found.referralId());
    UUID hold = holding.keep(person, found.capacity(), found.referralId(), time);
    referrals.answerHoldGranted(person, found.referralId());
    return hold;
  }

  private Capacity own(Person person, UUID id) {
    return capacities
        .find(id)
        .filter(capacity -> capacity.agency().equals(person.agency()))
        .orElseThrow(NotFound::new);
  }

  private Hold own(Person person, UUID id, UUID hold) {
    return holds
        .find(hold)
        .filter(found -> found.capacityId().equals(own(person, id).id()))
        .orElseThrow(NotFound::new);
  }
}
