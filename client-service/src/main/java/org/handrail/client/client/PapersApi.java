package org.handrail.client.client;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
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

/** Papers that end, wait or are to be offered anew. */
@RestController
@RequestMapping("/api/clients")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class PapersApi {
  private final ReachingClient reaching;
  private final EndingAgreement ending;
  private final DeferringNotice deferring;
  private final LookingUpClients lookingUp;
  private final OfferingNotice offering;

  PapersApi(
      ReachingClient reaching,
      EndingAgreement ending,
      DeferringNotice deferring,
      LookingUpClients lookingUp,
      OfferingNotice offering) {
    this.reaching = reaching;
    this.ending = ending;
    this.deferring = deferring;
    this.lookingUp = lookingUp;
    this.offering = offering;
  }

  /**
   * The end of an agreement. Nobody is asked why.
   *
   * @param act the client's; without one the specialist ends it
   */
  record AgreementEnd(@Valid @Nullable ActForm act) {}

  /** Why a notice may wait: the client cannot take it in at present (42 CFR 2.22). */
  enum DeferredReason {
    CAPACITY
  }

  /** A notice that waits. */
  record NewDeferral(@NotNull DeferredReason deferredReason, @NotNull Instant remindAt) {}

  @PostMapping("/{id}/agreements/end")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
  ResponseEntity<ClientView> endAgreement(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid AgreementEnd end,
      Submission submission) {
    submission.change(() -> reaching.reach(person, id), client -> ending.end(client, end.act()));
    return answer(person, id, 200);
  }

  @PostMapping("/{id}/notices/deferral")
  ResponseEntity<ClientView> deferNotice(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewDeferral deferral,
      Submission submission) {
    submission.create(
        () -> reaching.reach(person, id), client -> deferring.defer(client, deferral.remindAt()));
    return answer(person, id, 201);
  }

  @GetMapping("/notice-offers")
  Slice<NoticeOffer, UUID> offers(
      Person person,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return offering.page(person, after, limit);
  }

  private ResponseEntity<ClientView> answer(Person person, UUID id, int status) {
    var view = lookingUp.one(person, id);
    return ResponseEntity.status(status).eTag(ETags.of(view.version())).body(view);
  }
}
