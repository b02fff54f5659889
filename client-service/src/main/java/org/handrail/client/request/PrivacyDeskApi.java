package org.handrail.client.request;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.handrail.client.party.PartyId;
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

/** The privacy officers' desk: the requests of their agency, and what they decide about them. */
@RestController
@RequestMapping("/api/record-requests")
@AllowedTo(PRIVACY_OFFICER)
class PrivacyDeskApi {
  private static final String PARTY = "[a-z0-9][a-z0-9-]{0,63}";
  private static final String CATEGORY = "contact|demographics";

  private final HandlingRequest handling;
  private final DisclosingUnderOrder disclosing;
  private final LookingUpRequests lookingUp;

  PrivacyDeskApi(
      HandlingRequest handling, DisclosingUnderOrder disclosing, LookingUpRequests lookingUp) {
    this.handling = handling;
    this.disclosing = disclosing;
    this.lookingUp = lookingUp;
  }

  record NewLink(@NotNull UUID clientId) {}

  /**
   * @param section of 42 CFR part 2 under which the court ordered it
   * @param recipients whom it names: parties of the register that are courts or others of criminal
   *     justice
   * @param categories what it lets go, of what a record holds
   */
  record NewOrder(
      @NotBlank @Size(max = 200) String court,
      @NotBlank @Size(max = 100) String reference,
      @NotNull @Pattern(regexp = "2\\.6[4-7]") String section,
      @NotNull LocalDate issuedOn,
      @NotEmpty @Size(max = 10) List<@NotNull @Pattern(regexp = PARTY) String> recipients,
      @NotEmpty @Size(max = 2) List<@NotNull @Pattern(regexp = CATEGORY) String> categories) {
    RecordRequest.CourtOrder paper() {
      return new RecordRequest.CourtOrder(
          court,
          reference,
          section,
          issuedOn,
          recipients.stream().distinct().map(PartyId::new).toList(),
          categories.stream().distinct().toList());
    }
  }

  record NewSubpoena(@NotBlank @Size(max = 100) String reference, @NotNull LocalDate issuedOn) {}

  record NewAnswer(@NotNull RecordRequest.Answer answer) {}

  /** All or a part of what the order lets go. */
  record NewDisclosure(
      @NotNull @Pattern(regexp = PARTY) String recipient,
      @NotEmpty @Size(max = 2) List<@NotNull @Pattern(regexp = CATEGORY) String> categories) {}

  record Disclosed(UUID disclosureId) {}

  @GetMapping
  Slice<RecordRequestView, UUID> list(
      Person person,
      @RequestParam(defaultValue = "false") boolean waiting,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.page(person, waiting, after, limit);
  }

  @GetMapping("/{id}")
  @AllowedTo({PRIVACY_OFFICER, PEER_SPECIALIST, SUPERVISOR, CLIENT})
  ResponseEntity<RecordRequestView> one(Person person, @PathVariable UUID id) {
    return answer(person, id);
  }

  @PostMapping("/{id}/client")
  ResponseEntity<RecordRequestView> link(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewLink link,
      Submission submission,
      @IfMatch long version) {
    return change(
        person,
        id,
        submission,
        (who, request) -> handling.link(who, request, version, link.clientId()));
  }

  @PostMapping("/{id}/court-order")
  ResponseEntity<RecordRequestView> order(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewOrder order,
      Submission submission,
      @IfMatch long version) {
    return change(
        person,
        id,
        submission,
        (who, request) -> handling.order(who, request, version, order.paper()));
  }

  @PostMapping("/{id}/subpoena")
  ResponseEntity<RecordRequestView> subpoena(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewSubpoena subpoena,
      Submission submission,
      @IfMatch long version) {
    var paper = new RecordRequest.Subpoena(subpoena.reference(), subpoena.issuedOn());
    return change(
        person, id, submission, (who, request) -> handling.subpoena(who, request, version, paper));
  }

  @PostMapping("/{id}/release-from-hold")
  ResponseEntity<RecordRequestView> releaseFromHold(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    return change(
        person, id, submission, (who, request) -> handling.releaseFromHold(who, request, version));
  }

  @PostMapping("/{id}/disclosures")
  ResponseEntity<Disclosed> disclose(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewDisclosure disclosure,
      Submission submission,
      @IfMatch long version) {
    var outcome =
        submission.create(
            () -> handling.reach(person, id),
            request ->
                disclosing.disclose(
                    person,
                    request,
                    version,
                    new PartyId(disclosure.recipient()),
                    disclosure.categories().stream().distinct().toList()));
    return ResponseEntity.status(201).body(new Disclosed(outcome.id()));
  }

  @PostMapping("/{id}/answer")
  ResponseEntity<RecordRequestView> answered(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewAnswer answer,
      Submission submission,
      @IfMatch long version) {
    return change(
        person,
        id,
        submission,
        (who, request) -> handling.answer(who, request, version, answer.answer()));
  }

  private ResponseEntity<RecordRequestView> change(
      Person person,
      UUID id,
      Submission submission,
      BiFunction<Person, RecordRequest, UUID> effect) {
    submission.change(() -> handling.reach(person, id), request -> effect.apply(person, request));
    return answer(person, id);
  }

  private ResponseEntity<RecordRequestView> answer(Person person, UUID id) {
    var view = lookingUp.one(person, id);
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }
}
