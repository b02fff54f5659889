package org.handrail.client.companion;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.companion.Accompanying.Found;
import org.handrail.client.withdrawal.WithdrawalForm;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Companions' agreements, shifts and journeys, for those at the client's side and the client. */
@RestController
@RequestMapping("/api/clients/{clientId}/companion-agreements")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class CompanionsApi {
  private final Accompanying accompanying;
  private final TakingBackPlans takingBack;
  private final Agreements agreements;
  private final Shifts shifts;
  private final ReachingClient reaching;
  private final Transactions transactions;

  CompanionsApi(
      Accompanying accompanying,
      TakingBackPlans takingBack,
      Agreements agreements,
      Shifts shifts,
      ReachingClient reaching,
      Transactions transactions) {
    this.accompanying = accompanying;
    this.takingBack = takingBack;
    this.agreements = agreements;
    this.shifts = shifts;
    this.reaching = reaching;
    this.transactions = transactions;
  }

  record Offer(
      @ManyLines @NotBlank @Size(max = 4000) String terms,
      @NotNull Boolean privatePay,
      @Size(max = 500) @Nullable String credential) {}

  record ClientsSignature(@NotNull GoalMode goalMode, @NotNull @Valid ActForm act) {}

  record NewShift(@NotNull Instant startsAt, @NotNull Instant endsAt, @Nullable SubjectId relief) {}

  record Some(List<Agreement> items) {}

  record Schedule(List<Shift> shifts, List<Leg> itinerary) {}

  @PostMapping
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Agreement> offer(
      Person person,
      @PathVariable UUID clientId,
      @RequestBody @Valid Offer offer,
      Submission submission) {
    var outcome =
        submission.create(
            () -> reaching.reach(person, clientId),
            client ->
                accompanying.offer(client, offer.terms(), offer.privatePay(), offer.credential()));
    return ResponseEntity.created(URI.create("/api/clients/" + clientId + "/companion-agreements"))
        .body(one(person, clientId, outcome.id()));
  }

  @GetMapping
  Some ofClient(Person person, @PathVariable UUID clientId) {
    return transactions.reading(
        () -> new Some(agreements.ofClient(person.agency(), reaching.see(person, clientId).id())));
  }

  @PostMapping("/{id}/client-signature")
  @AllowedTo({PEER_SPECIALIST, CLIENT})
  Agreement clientSigns(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid ClientsSignature signature,
      Submission submission) {
    return change(
        person,
        clientId,
        id,
        submission,
        found -> accompanying.clientSigns(found, signature.goalMode(), signature.act()));
  }

  @PostMapping("/{id}/companion-signature")
  @AllowedTo(PEER_SPECIALIST)
  Agreement companionSigns(
      Person person, @PathVariable UUID clientId, @PathVariable UUID id, Submission submission) {
    return change(person, clientId, id, submission, accompanying::companionSigns);
  }

  /** Either side ends it, without a reason. */
  @PostMapping("/{id}/end")
  @AllowedTo({PEER_SPECIALIST, CLIENT})
  Agreement end(
      Person person, @PathVariable UUID clientId, @PathVariable UUID id, Submission submission) {
    submission.change(() -> toFinish(person, clientId, id), accompanying::end);
    return one(person, clientId, id);
  }

  @PostMapping("/{id}/shifts")
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Schedule> plan(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid NewShift shift,
      Submission submission) {
    submission.create(
        () -> accompanying.find(reaching.reach(person, clientId), id),
        found -> accompanying.plan(found, shift));
    return ResponseEntity.status(201).body(schedule(person, clientId, id));
  }

  @PostMapping("/{id}/legs")
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Schedule> travel(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid Leg.NewLeg leg,
      Submission submission) {
    submission.create(
        () -> accompanying.find(reaching.reach(person, clientId), id),
        found -> accompanying.travel(found, leg));
    return ResponseEntity.status(201).body(schedule(person, clientId, id));
  }

  /** Before its beginning because plans changed, or because it was entered by mistake. */
  @PostMapping("/{id}/shifts/{shift}/withdrawal")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  Schedule withdrawShift(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @PathVariable UUID shift,
      @RequestBody @Valid WithdrawalForm form,
      Submission submission) {
    submission.change(
        () -> takingBack.shift(toFinish(person, clientId, id), shift),
        planned -> takingBack.takeBack(planned, form.reason()));
    return schedule(person, clientId, id);
  }

  /** As of shifts. */
  @PostMapping("/{id}/legs/{leg}/withdrawal")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  Schedule withdrawLeg(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @PathVariable UUID leg,
      @RequestBody @Valid WithdrawalForm form,
      Submission submission) {
    submission.change(
        () -> takingBack.leg(toFinish(person, clientId, id), leg),
        planned -> takingBack.takeBack(planned, form.reason()));
    return schedule(person, clientId, id);
  }

  @GetMapping("/{id}/schedule")
  Schedule schedule(Person person, @PathVariable UUID clientId, @PathVariable UUID id) {
    return transactions.reading(
        () -> {
          var agreement = accompanying.find(reaching.see(person, clientId), id).agreement().id();
          return new Schedule(
              shifts.of(person.agency(), agreement), shifts.itinerary(person.agency(), agreement));
        });
  }

  private Found toFinish(Person person, UUID clientId, UUID id) {
    return accompanying.find(reaching.reachToFinish(person, clientId), id);
  }

  private Agreement change(
      Person person, UUID clientId, UUID id, Submission submission, Function<Found, UUID> effect) {
    submission.change(() -> accompanying.find(reaching.reach(person, clientId), id), effect);
    return one(person, clientId, id);
  }

  private Agreement one(Person person, UUID clientId, UUID id) {
    return transactions.reading(
        () -> accompanying.find(reaching.see(person, clientId), id).agreement());
  }
}
