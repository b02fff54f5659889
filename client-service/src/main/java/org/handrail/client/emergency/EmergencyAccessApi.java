package org.handrail.client.emergency;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Clients;
import org.handrail.client.consent.DenialCode;
import org.handrail.client.consent.MedicalEmergency;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Codes;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.submission.Submission.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Access in a medical emergency, on behalf of medical personnel. Anybody who works for the client's
 * own agency may ask: in an emergency the people at the client's side may be out of reach.
 */
@RestController
@RequestMapping("/api/emergency-access")
class EmergencyAccessApi {
  static final ProblemType NOT_MEDICAL =
      ProblemType.of(
          "emergency-not-medical", 422, "Only medical personnel are told without consent");
  static final ProblemType INCOMPLETE =
      ProblemType.of("emergency-incomplete", 422, "The record of the emergency is not complete");

  private final BreakingGlass breakingGlass;
  private final FollowingUpEmergency followingUp;
  private final LookingUpEmergencies lookingUp;
  private final RefusingEmergency refusing;
  private final Clients clients;

  EmergencyAccessApi(
      BreakingGlass breakingGlass,
      FollowingUpEmergency followingUp,
      LookingUpEmergencies lookingUp,
      RefusingEmergency refusing,
      Clients clients) {
    this.breakingGlass = breakingGlass;
    this.followingUp = followingUp;
    this.lookingUp = lookingUp;
    this.refusing = refusing;
    this.clients = clients;
  }

  /** Whom the hospital has before it. */
  record Named(@NotBlank @Size(max = 200) String legalName, @NotNull LocalDate dateOfBirth) {}

  /**
   * What 42 CFR 2.51(c) wants recorded. That a fact is missing is a denial, which is recorded.
   *
   * @param clientId whose record it is, the one that stands for them or one merged into it; or else
   * @param person who it is by their papers, for those who are at nobody's side
   */
  record NewEmergency(
      @Nullable UUID clientId,
      @Valid @Nullable Named person,
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String recipient,
      @NotNull MedicalEmergency.Profession profession,
      @Size(max = 200) @Nullable String personnel,
      @Size(max = 200) @Nullable String facility,
      @Size(max = 200) @Nullable String discloser,
      @Nullable Instant at,
      @ManyLines @Size(max = 1000) @Nullable String nature,
      @ManyLines @Size(max = 1000) @Nullable String whyNoConsent) {

    Sought whom() {
      if (clientId != null && person == null) {
        return new Sought.ByRecord(new ClientId(clientId));
      }
      if (clientId == null && person != null) {
        return new Sought.ByPapers(person.legalName(), person.dateOfBirth());
      }
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/clientId", "contradictory", "Name either the record or the person."));
    }

    MedicalEmergency emergency() {
      return new MedicalEmergency(
          profession, personnel, facility, discloser, at, nature, whyNoConsent);
    }
  }

  record NewReview(
      @NotNull EmergencyAccess.Finding finding,
      @ManyLines @NotBlank @Size(max = 2000) String note) {}

  @PostMapping
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, INTAKE_COORDINATOR})
  ResponseEntity<EmergencyAccessView> breakGlass(
      Person person, @RequestBody @Valid NewEmergency request, Submission submission) {
    // What was released stays so: a repeat is not judged by its own time.
    var id = submission.earlier().orElseGet(() -> breakGlassOnce(person, request, submission)).id();
    return ResponseEntity.created(URI.create("/api/emergency-access/" + id))
        .body(EmergencyAccessView.of(lookingUp.one(person, id)));
  }

  private Outcome breakGlassOnce(Person person, NewEmergency request, Submission submission) {
    var whom = request.whom();
    var emergency = request.emergency();
    var to = new PartyId(request.recipient());
    breakingGlass
        .denial(to, emergency)
        .ifPresent(
            denial -> {
              // No idempotency key is kept: it is refused alike however often it is sent.
              refusing.refuse(person, whom, to, emergency, denial);
              throw Refusal.of(refused(denial, emergency));
            });
    return submission.create(
        () -> whom.among(clients, person.agency()).orElseThrow(NotFound::new),
        client -> breakingGlass.breakGlass(person, client, to, emergency));
  }

  private static Problem refused(DenialCode denial, MedicalEmergency emergency) {
    return denial == DenialCode.NOT_MEDICAL_PERSONNEL
        ? Problem.of(NOT_MEDICAL)
        : Problem.of(INCOMPLETE)
            .errors(
                emergency.missing().stream()
                    .map(
                        fact ->
                            new Problem.Fault(
                                fact.pointer(), Codes.of(fact) + "-missing", fact.detail()))
                    .toList());
  }

  @GetMapping
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, INTAKE_COORDINATOR, PRIVACY_OFFICER, CLIENT})
  Slice<EmergencyAccessView, UUID> list(
      Person person,
      @RequestParam @Nullable UUID clientId,
      @RequestParam(defaultValue = "false") boolean toReview,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.page(person, clientId, toReview, after, limit);
  }

  @GetMapping("/{id}")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, INTAKE_COORDINATOR, PRIVACY_OFFICER, CLIENT})
  EmergencyAccessView one(Person person, @PathVariable UUID id) {
    return EmergencyAccessView.of(lookingUp.one(person, id));
  }

  @PostMapping("/{id}/review")
  @AllowedTo({SUPERVISOR, PRIVACY_OFFICER})
  EmergencyAccessView review(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewReview review,
      Submission submission) {
    submission.change(
        () -> followingUp.toReview(person, id),
        access -> followingUp.review(person, access, review.finding(), review.note()));
    return EmergencyAccessView.of(lookingUp.one(person, id));
  }

  @PostMapping("/{id}/told")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  EmergencyAccessView told(Person person, @PathVariable UUID id, Submission submission) {
    submission.change(
        () -> followingUp.toTell(person, id), access -> followingUp.told(person, access));
    return EmergencyAccessView.of(lookingUp.one(person, id));
  }
}
