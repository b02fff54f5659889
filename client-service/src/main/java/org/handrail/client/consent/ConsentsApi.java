package org.handrail.client.consent;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActKind;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Codes;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.submission.RepeatsAreHarmless;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consents, as clients and those at their side write, sign and take them back. */
@RestController
@RequestMapping("/api/consents")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class ConsentsApi {
  private final DraftingConsent drafting;
  private final ReachingConsent reaching;
  private final SigningConsent signing;
  private final EndingConsent ending;
  private final LookingUpConsents lookingUp;

  ConsentsApi(
      DraftingConsent drafting,
      ReachingConsent reaching,
      SigningConsent signing,
      EndingConsent ending,
      LookingUpConsents lookingUp) {
    this.drafting = drafting;
    this.reaching = reaching;
    this.signing = signing;
    this.ending = ending;
    this.lookingUp = lookingUp;
  }

  /** Who may sign. */
  enum SignerKind {
    CLIENT,
    REPRESENTATIVE,
    /** A minor together with one who may sign for them. */
    BOTH
  }

  /**
   * A signature. Without a signer or a time it is refused with the names of what is missing.
   *
   * @param authority by what right somebody signs for the client
   * @param initials whether the client put their initials to the entire record
   * @param documentHash the SHA-256, in lower-case hexadecimal digits, of the document that they
   *     had before them; a signature under other words is refused ({@code version-conflict}, 412)
   */
  record NewSignature(
      @Nullable SignerKind signer,
      @Size(max = 300) @Nullable String authority,
      @Nullable Boolean initials,
      @Pattern(regexp = "[0-9a-f]{64}") @Nullable String documentHash,
      @NotNull @Valid ActOfSigning act) {

    Signature.@Nullable Signer bySigner() {
      return signer == null ? null : Signature.Signer.of(Codes.of(signer), authority);
    }

    boolean wasInitialled() {
      return initials != null && initials;
    }
  }

  /**
   * A client's act that may lack its time: to be told of together with all else that is missing.
   */
  record ActOfSigning(
      @NotNull ActKind kind,
      @Nullable Instant at,
      @ManyLines @Size(max = 2000) @Nullable String words) {}

  /** The client says no. */
  record NewRefusal(@NotNull @Valid ActForm act) {}

  /**
   * What is taken back: with neither, the whole consent.
   *
   * @param tellRecipients whether the client wants those who received something under the consent
   *     to hear that it was taken back
   */
  record NewRevocation(
      @Pattern(regexp = ConsentDraft.PARTY) @Nullable String recipient,
      @Nullable Boolean nobody,
      @Nullable Boolean tellRecipients,
      @NotNull @Valid ActForm act) {

    Revocation.Extent extent() {
      var everybody = nobody != null && nobody;
      if (recipient != null && everybody) {
        throw Refusal.of(
            Problem.of(Problems.INVALID)
                .error("/nobody", "contradictory", "Only one of these can hold."));
      }
      if (recipient != null) {
        return new Revocation.Extent.OneRecipient(new PartyId(recipient));
      }
      return everybody ? new Revocation.Extent.Nobody() : new Revocation.Extent.Whole();
    }
  }

  /** That an event has happened which the consent names. */
  record Happened(@NotBlank @Size(max = 300) String event, @NotNull @Valid ActForm act) {}

  /**
   * What a party would see.
   *
   * @param consentId a draft of the client's, which is taken as if it were signed now
   */
  record Question(
      @NotNull UUID clientId,
      @NotNull @Pattern(regexp = ConsentDraft.PARTY) String recipient,
      @NotNull Purpose purpose,
      @NotEmpty @Size(max = 20) List<@NotNull Category> required,
      @Size(max = 20) @Nullable List<@NotNull Category> optional,
      @Nullable UUID consentId) {

    ReleaseRequest asked(Person by) {
      return new ReleaseRequest(
          new ClientId(clientId),
          new PartyId(by.agency().value()),
          new PartyId(recipient),
          purpose,
          Set.copyOf(required),
          optional == null ? Set.of() : Set.copyOf(optional));
    }
  }

  record OfClient(List<ConsentView> items) {}

  @PostMapping
  ResponseEntity<ConsentView> draft(
      Person person, @RequestBody @Valid ConsentDraft draft, Submission submission) {
    var form = draft.form(lookingUp.zone(person));
    var outcome =
        submission.create(
            () -> drafting.reach(person, draft.clientId()),
            _ -> drafting.draft(person, draft, form));
    return answer(person, outcome.id(), 201);
  }

  @GetMapping
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER, CLIENT})
  OfClient ofClient(Person person, @RequestParam UUID clientId) {
    return new OfClient(lookingUp.ofClient(person, clientId));
  }

  @GetMapping("/{id}")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER, CLIENT})
  ResponseEntity<ConsentView> one(Person person, @PathVariable UUID id) {
    return answer(person, id, 200);
  }

  @PostMapping("/{id}/signature")
  ResponseEntity<ConsentView> sign(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewSignature signature,
      Submission submission,
      @IfMatch long version) {
    submission.change(
        () -> reaching.reach(person, id), reached -> signing.sign(reached, version, signature));
    return answer(person, id, 200);
  }

  @PostMapping("/{id}/revocation")
  ResponseEntity<ConsentView> revoke(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewRevocation revocation,
      Submission submission) {
    var extent = revocation.extent();
    submission.change(
        () -> reaching.reach(person, id),
        reached ->
            ending.revoke(
                reached,
                extent,
                Boolean.TRUE.equals(revocation.tellRecipients()),
                revocation.act()));
    return answer(person, id, 200);
  }

  /** The client does not want to sign. Peer support goes on; only this is not shared. */
  @PostMapping("/{id}/refusal")
  ResponseEntity<ConsentView> refuse(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewRefusal refusal,
      Submission submission) {
    submission.change(
        () -> reaching.reach(person, id), reached -> ending.refuse(reached, refusal.act()));
    return answer(person, id, 200);
  }

  /**
   * What the client has before them, or what they signed, word for word. {@code Content-Language}
   * says in which language it is written.
   */
  @GetMapping(path = "/{id}/document", produces = "text/plain;charset=UTF-8")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER, CLIENT})
  ResponseEntity<String> document(Person person, @PathVariable UUID id) {
    var paper = lookingUp.paper(person, id);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_LANGUAGE, paper.language())
        .body(paper.text());
  }

  @PostMapping("/{id}/events")
  ResponseEntity<ConsentView> happened(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Happened happened,
      Submission submission) {
    submission.change(
        () -> reaching.reach(person, id),
        reached -> ending.happened(reached, happened.event(), happened.act()));
    return answer(person, id, 200);
  }

  @PostMapping("/preview")
  @RepeatsAreHarmless("it changes nothing")
  PreviewView preview(Person person, @RequestBody @Valid Question question) {
    ReleaseRequest.requireAnother(person.agency().value(), question.recipient());
    ReleaseRequest.requireReleasable(question.required());
    return lookingUp.preview(person, question);
  }

  private ResponseEntity<ConsentView> answer(Person person, UUID id, int status) {
    var view = lookingUp.one(person, id);
    var answer = ResponseEntity.status(status).eTag(ETags.of(view.version()));
    return (status == 201 ? answer.location(URI.create("/api/consents/" + id)) : answer).body(view);
  }
}
