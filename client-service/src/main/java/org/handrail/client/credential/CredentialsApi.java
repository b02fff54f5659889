package org.handrail.client.credential;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.client.credential.Testimonies.Answer;
import org.handrail.client.specialist.ReachingSpecialist;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a specialist is certified as, as they themselves and those who keep the roster use it. */
@RestController
@RequestMapping("/api/specialists/{specialist}/credentials")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, AGENCY_ADMIN})
class CredentialsApi {
  private final RecordingSteps recording;
  private final Testifying testifying;
  private final ReachingSpecialist specialists;
  private final ReachingCredential reaching;
  private final LookingUpCredentials lookingUp;

  CredentialsApi(
      RecordingSteps recording,
      Testifying testifying,
      ReachingSpecialist specialists,
      ReachingCredential reaching,
      LookingUpCredentials lookingUp) {
    this.recording = recording;
    this.testifying = testifying;
    this.specialists = specialists;
    this.reaching = reaching;
    this.lookingUp = lookingUp;
  }

  /** Somebody sets out for a certification. */
  record NewCredential(
      @NotNull @Pattern(regexp = HoursForm.CODE) @Size(max = 60) String scheme,
      @NotNull LocalDate beganOn) {}

  /**
   * What happened to it.
   *
   * @param until the last day that the certificate states; without, what the scheme gives
   */
  record NewStep(
      @NotNull StepKind kind,
      @NotNull LocalDate on,
      @Nullable LocalDate until,
      @Size(max = 100) @Nullable String number,
      @Size(max = 200) @Nullable String issuer) {

    RecordingSteps.Happening happening() {
      return new RecordingSteps.Happening(kind, on, until, number, issuer);
    }
  }

  record NewAttestation(
      @NotBlank @Size(max = 200) String code,
      @NotBlank @Size(max = 60) String codeVersion,
      @NotNull LocalDate attestedOn) {}

  record NewReciprocity(
      @NotBlank @Size(max = 60) String jurisdiction,
      @NotBlank @Size(max = 200) String scheme,
      @NotBlank @Size(max = 200) String issuer,
      @Size(max = 100) @Nullable String number,
      @NotNull Answer answer,
      @NotNull LocalDate answeredOn) {}

  record OfSpecialist(List<CredentialView> items) {}

  @PostMapping
  @AllowedTo({SUPERVISOR, AGENCY_ADMIN})
  ResponseEntity<CredentialView> begin(
      Person person,
      @PathVariable UUID specialist,
      @RequestBody @Valid NewCredential credential,
      Submission submission) {
    var id =
        submission
            .create(
                () -> specialists.reach(person, specialist),
                of -> recording.begin(of, credential.scheme(), credential.beganOn()))
            .id();
    return answer(person, specialist, id, 201);
  }

  @GetMapping
  OfSpecialist of(Person person, @PathVariable UUID specialist) {
    return new OfSpecialist(lookingUp.of(person, specialist));
  }

  @GetMapping("/{id}")
  ResponseEntity<CredentialView> one(
      Person person, @PathVariable UUID specialist, @PathVariable UUID id) {
    return answer(person, specialist, id, 200);
  }

  @PostMapping("/{id}/steps")
  @AllowedTo({SUPERVISOR, AGENCY_ADMIN})
  ResponseEntity<CredentialView> happened(
      Person person,
      @PathVariable UUID specialist,
      @PathVariable UUID id,
      @RequestBody @Valid NewStep step,
      Submission submission,
      @IfMatch long version) {
    var happening = step.happening();
    submission.change(
        () -> reaching.reach(person, specialist, id),
        reached -> recording.happened(reached, version, happening));
    return answer(person, specialist, id, 200);
  }

  @PostMapping("/{id}/attestations")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  ResponseEntity<CredentialView> attest(
      Person person,
      @PathVariable UUID specialist,
      @PathVariable UUID id,
      @RequestBody @Valid NewAttestation attestation,
      Submission submission) {
    submission.create(
        () -> reaching.reach(person, specialist, id),
        reached ->
            testifying.attest(
                reached, attestation.code(), attestation.codeVersion(), attestation.attestedOn()));
    return answer(person, specialist, id, 201);
  }

  @PostMapping("/{id}/reciprocities")
  @AllowedTo({SUPERVISOR, AGENCY_ADMIN})
  ResponseEntity<CredentialView> takeOver(
      Person person,
      @PathVariable UUID specialist,
      @PathVariable UUID id,
      @RequestBody @Valid NewReciprocity from,
      Submission submission) {
    var elsewhere =
        new Testifying.Elsewhere(
            from.jurisdiction(),
            from.scheme(),
            from.issuer(),
            from.number(),
            from.answer(),
            from.answeredOn());
    submission.create(
        () -> reaching.reach(person, specialist, id),
        reached -> testifying.record(reached, elsewhere));
    return answer(person, specialist, id, 201);
  }

  private ResponseEntity<CredentialView> answer(
      Person person, UUID specialist, UUID id, int status) {
    var view = lookingUp.one(person, specialist, id);
    var answer = ResponseEntity.status(status).eTag(ETags.of(view.version()));
    var place = "/api/specialists/" + specialist + "/credentials/" + id;
    return (status == 201 ? answer.location(URI.create(place)) : answer).body(view);
  }
}
