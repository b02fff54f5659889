package org.handrail.client.caseload;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.specialist.ReachingSpecialist;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Caseloads, as specialists and their supervisors use them; nobody else sees whose clients. */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class CaseloadApi {
  private final CarryingCaseload carrying;
  private final BeingAway away;
  private final LeavingForGood leaving;
  private final LookingUpCaseload lookingUp;
  private final ReachingSpecialist specialists;
  private final ReachingClient clients;

  CaseloadApi(
      CarryingCaseload carrying,
      BeingAway away,
      LeavingForGood leaving,
      LookingUpCaseload lookingUp,
      ReachingSpecialist specialists,
      ReachingClient clients) {
    this.carrying = carrying;
    this.away = away;
    this.leaving = leaving;
    this.lookingUp = lookingUp;
    this.specialists = specialists;
    this.clients = clients;
  }

  /**
   * How often the client wants contact, by their own choice.
   *
   * @param act the client's; not needed when they say so by their own sign-in
   */
  record Wish(@NotBlank @Size(max = 60) String cadence, @Valid @Nullable ActForm act) {}

  /**
   * @param words what the supervisor considered
   */
  record NewRaise(
      @NotNull @Min(1) @Max(50) Integer extra,
      @NotNull LocalDate until,
      @ManyLines @NotBlank @Size(max = 2000) String words) {}

  /**
   * @param until the last day; without, until somebody says that it ended
   */
  record NewLeave(@Nullable LocalDate until) {}

  @GetMapping("/api/specialists/{id}/caseload")
  CaseloadView caseload(Person person, @PathVariable UUID id) {
    return lookingUp.of(person, id);
  }

  @PostMapping("/api/clients/{id}/contact-rhythm")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
  ContactRhythm wants(
      Person person, @PathVariable UUID id, @RequestBody @Valid Wish wish, Submission submission) {
    submission.change(
        () -> clients.reach(person, id),
        client -> carrying.wants(client, wish.cadence(), wish.act()));
    return lookingUp.rhythm(person, id);
  }

  @GetMapping("/api/clients/{id}/contact-rhythm")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
  ContactRhythm rhythm(Person person, @PathVariable UUID id) {
    return lookingUp.rhythm(person, id);
  }

  @PostMapping("/api/specialists/{id}/cap-raises")
  @AllowedTo(SUPERVISOR)
  ResponseEntity<CaseloadView> raise(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewRaise raise,
      Submission submission) {
    submission.create(
        () -> specialists.reachWithClients(person, id),
        of -> carrying.raise(of, raise.extra(), raise.until(), raise.words()));
    return ResponseEntity.created(place(id)).body(lookingUp.of(person, id));
  }

  @PostMapping("/api/specialists/{id}/leave")
  ResponseEntity<CaseloadView> begin(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewLeave leave,
      Submission submission) {
    submission.create(
        () -> specialists.reachWithClients(person, id), of -> away.begin(of, leave.until()));
    return ResponseEntity.created(place(id)).body(lookingUp.of(person, id));
  }

  @PostMapping("/api/specialists/{id}/return")
  CaseloadView end(Person person, @PathVariable UUID id, Submission submission) {
    submission.change(() -> specialists.reachWithClients(person, id), away::end);
    return lookingUp.of(person, id);
  }

  @PostMapping("/api/specialists/{id}/departure")
  @AllowedTo(SUPERVISOR)
  ResponseEntity<Void> leave(Person person, @PathVariable UUID id, Submission submission) {
    submission.change(() -> specialists.seeWithClients(person, id), leaving::leave);
    return ResponseEntity.noContent().build();
  }

  private static URI place(UUID specialist) {
    return URI.create("/api/specialists/" + specialist + "/caseload");
  }
}
