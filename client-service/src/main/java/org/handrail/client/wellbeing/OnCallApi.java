package org.handrail.client.wellbeing;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.caseload.Availability;
import org.handrail.client.specialist.ReachingSpecialist;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.PagePlace;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who answers now, for all colleagues; the rota, for those who make it. */
@RestController
@RequestMapping("/api/specialists/on-call")
@AllowedTo({SUPERVISOR, AGENCY_ADMIN})
class OnCallApi {
  static final ProblemType OVERLAP =
      ProblemType.of("on-call-overlap", 409, "They are on call at that time already");

  private static final Duration LONGEST = Duration.ofHours(24);

  private final OnCallRota rota;
  private final ReachingSpecialist specialists;
  private final Availability availability;
  private final Transactions transactions;
  private final Clock clock;

  OnCallApi(
      OnCallRota rota,
      ReachingSpecialist specialists,
      Availability availability,
      Transactions transactions,
      Clock clock) {
    this.rota = rota;
    this.specialists = specialists;
    this.availability = availability;
    this.transactions = transactions;
    this.clock = clock;
  }

  record NewDuty(@NotNull UUID specialistId, @NotNull Instant startsAt, @NotNull Instant endsAt) {}

  record Added(UUID id) {}

  @PostMapping
  ResponseEntity<Added> add(
      Person person, @RequestBody @Valid NewDuty duty, Submission submission) {
    var length = Duration.between(duty.startsAt(), duty.endsAt());
    if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/endsAt", "not-possible", "It ends within 24 hours of its begin."));
    }
    var id =
        submission
            .create(() -> specialists.reach(person, duty.specialistId()), of -> add(of, duty))
            .id();
    return ResponseEntity.created(URI.create("/api/specialists/on-call")).body(new Added(id));
  }

  private UUID add(ReachingSpecialist.Reached of, NewDuty duty) {
    ActTimes.require("/startsAt", duty.startsAt(), clock.instant());
    if (rota.isTaken(of.agency(), of.id(), duty.startsAt(), duty.endsAt())) {
      throw Refusal.of(OVERLAP);
    }
    availability
        .againstWorking(of.agency(), of.specialist())
        .ifPresent(
            reason -> {
              throw Refusal.of(reason);
            });
    return rota.add(
        of.agency(),
        of.id(),
        duty.startsAt(),
        duty.endsAt(),
        of.by().subject(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * @param from without, now
   * @param until without, the same as from
   */
  @GetMapping
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, AGENCY_ADMIN, INTAKE_COORDINATOR})
  Slice<OnCallRota.Duty, String> duties(
      Person person,
      @RequestParam @Nullable Instant from,
      @RequestParam @Nullable Instant until,
      @RequestParam @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    var since = from == null ? clock.instant() : from;
    var place = after == null ? null : PagePlace.read(after);
    return transactions.reading(
        () ->
            Slice.of(
                limit,
                most ->
                    rota.between(
                        person.agency(), since, until == null ? since : until, place, most),
                OnCallApi::place));
  }

  /** From now on, at which hours nobody answers: who would has left or is away. */
  @GetMapping("/open")
  Slice<OnCallRota.Duty, String> open(
      Person person,
      @RequestParam @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    var place = after == null ? null : PagePlace.read(after);
    return transactions.reading(
        () ->
            Slice.of(
                limit,
                most -> rota.open(person.agency(), clock.instant(), place, most),
                OnCallApi::place));
  }

  // Not a duty's id alone: it may be deleted before the next page is read.
  private static String place(OnCallRota.Duty duty) {
    return new PagePlace(duty.startsAt(), duty.id()).cursor();
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> remove(Person person, @PathVariable UUID id) {
    transactions.run(
        () -> {
          if (!rota.remove(person.agency(), id)) {
            throw new NotFound();
          }
        });
    return ResponseEntity.noContent().build();
  }
}
