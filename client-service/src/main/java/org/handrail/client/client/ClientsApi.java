package org.handrail.client.client;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.UUID;
import org.handrail.client.client.Papers.Medium;
import org.handrail.client.paper.Languages;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clients, as those at their side and they themselves use them. */
@RestController
@RequestMapping("/api/clients")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class ClientsApi {
  private final RegisteringClient registering;
  private final ReachingClient reaching;
  private final Enrolling enrolling;
  private final LookingUpClients lookingUp;

  ClientsApi(
      RegisteringClient registering,
      ReachingClient reaching,
      Enrolling enrolling,
      LookingUpClients lookingUp) {
    this.registering = registering;
    this.reaching = reaching;
    this.enrolling = enrolling;
    this.lookingUp = lookingUp;
  }

  /** The notice of 42 CFR 2.22 as it was given. */
  record GivenNotice(
      @NotNull @Pattern(regexp = Registration.VERSION) String version,
      @NotNull @Pattern(regexp = Languages.TAG) String language,
      @NotNull Medium medium,
      @NotNull @Valid ActForm act) {}

  /**
   * The agreement as the client signed it; whoever records it signs for the agency.
   *
   * @param language in which they read it; its words are kept then
   */
  record SignedAgreement(
      @NotNull @Pattern(regexp = Registration.VERSION) String version,
      @Pattern(regexp = Languages.TAG) @Nullable String language,
      @NotNull @Valid ActForm act) {}

  @PostMapping
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<ClientView> register(
      Person person, @RequestBody @Valid Registration registration, Submission submission) {
    var another = registration.another();
    return answer(
        person,
        submission.create(() -> registering.register(person, registration.account(), another)).id(),
        201);
  }

  @GetMapping
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
  Slice<ClientView, UUID> list(
      Person person,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.page(person, after, limit);
  }

  @GetMapping("/{id}")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
  ResponseEntity<ClientView> one(Person person, @PathVariable UUID id) {
    return answer(person, id, 200);
  }

  @PostMapping("/{id}/notices")
  ResponseEntity<ClientView> giveNotice(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid GivenNotice notice,
      Submission submission) {
    submission.create(
        () -> reaching.reach(person, id),
        client ->
            enrolling.giveNotice(
                client, notice.version(), notice.language(), notice.medium(), notice.act()));
    return answer(person, id, 201);
  }

  @PostMapping("/{id}/agreements")
  ResponseEntity<ClientView> agree(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid SignedAgreement agreement,
      Submission submission) {
    submission.create(
        () -> reaching.reach(person, id),
        client ->
            enrolling.agree(client, agreement.version(), agreement.language(), agreement.act()));
    return answer(person, id, 201);
  }

  @PostMapping("/{id}/enrollment")
  ResponseEntity<ClientView> enrol(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    submission.change(() -> reaching.reach(person, id), client -> enrolling.enrol(client, version));
    return answer(person, id, 200);
  }

  private ResponseEntity<ClientView> answer(Person person, UUID id, int status) {
    var view = lookingUp.one(person, id);
    var answer = ResponseEntity.status(status).eTag(ETags.of(view.version()));
    return (status == 201 ? answer.location(URI.create("/api/clients/" + id)) : answer).body(view);
  }
}
