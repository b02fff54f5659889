package org.handrail.referral.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.handrail.platform.version.Versions;
import org.handrail.referral.directory.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Services that people miss in the directory, and the coalition's review of them. */
@RestController
@RequestMapping("/api/gaps/proposals")
@AllowedTo({
  Role.PEER_SPECIALIST,
  Role.SUPERVISOR,
  Role.INTAKE_COORDINATOR,
  Role.PRIVACY_OFFICER,
  Role.AGENCY_ADMIN,
  Role.COALITION_ADMIN,
  Role.CLIENT
})
class ProposalController {
  private final Proposals proposals;
  private final Reviewing reviewing;
  private final Vocabulary vocabulary;
  private final Transactions transactions;

  ProposalController(
      Proposals proposals, Reviewing reviewing, Vocabulary vocabulary, Transactions transactions) {
    this.proposals = proposals;
    this.vocabulary = vocabulary;
    this.reviewing = reviewing;
    this.transactions = transactions;
  }

  /** A service that should be in the directory. */
  record Propose(
      @NotBlank @Size(max = 200) String organization,
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String need,
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String area,
      @NotNull @Valid Contact contact) {}

  /** How a reviewer can decide. */
  enum Verdict {
    ACCEPTED,
    DECLINED,
    DUPLICATE
  }

  /** The coalition's decision. */
  record Review(
      @NotNull Verdict decision, @Nullable WhyDeclined reason, @Nullable UUID duplicateOf) {}

  /** The service of the directory that fills what was missing. */
  record Listed(@NotNull UUID serviceId) {}

  /** A page, the latest first; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProposalPage(List<Proposal> items, @Nullable UUID next) {}

  @PostMapping
  ResponseEntity<Proposal> propose(
      Person person, @RequestBody @Valid Propose wanted, Submission submission) {
    Contact contact = wanted.contact().reachable();
    UUID id =
        submission
            .create(
                () -> {
                  vocabulary.requireNeed(wanted.need());
                  vocabulary.requireArea(wanted.area());
                  return proposals.add(
                      person, wanted.organization().strip(), wanted.need(), wanted.area(), contact);
                })
            .id();
    Proposal made = find(person, id);
    return ResponseEntity.created(URI.create("/api/gaps/proposals/" + id))
        .eTag(ETags.of(made.version()))
        .body(made);
  }

  @PostMapping("/{id}/review")
  @AllowedTo(Role.COALITION_ADMIN)
  ResponseEntity<Proposal> review(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Review review,
      Submission submission,
      @IfMatch long version) {
    var decision =
        new Proposals.Decision(
            ProposalState.valueOf(review.decision().name()), review.reason(), review.duplicateOf());
    return change(
        person,
        id,
        submission,
        version,
        () -> proposals.lock(person, id),
        proposal -> reviewing.review(person, proposal, decision));
  }

  /** What was accepted is in the directory now. */
  @PostMapping("/{id}/listing")
  @AllowedTo(Role.COALITION_ADMIN)
  ResponseEntity<Proposal> list(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Listed listed,
      Submission submission,
      @IfMatch long version) {
    return change(
        person,
        id,
        submission,
        version,
        () -> proposals.lock(person, id),
        proposal -> reviewing.list(proposal, listed.serviceId()));
  }

  /** The last decision was a mistake: it is as it was before. */
  @PostMapping("/{id}/reopening")
  @AllowedTo(Role.COALITION_ADMIN)
  ResponseEntity<Proposal> reopen(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    return change(
        person,
        id,
        submission,
        version,
        () -> proposals.lock(person, id),
        proposal -> reviewing.reopen(person, proposal));
  }

  @PostMapping("/{id}/withdrawal")
  ResponseEntity<Proposal> withdraw(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    return change(
        person, id, submission, version, () -> proposals.lockOwn(person, id), reviewing::withdraw);
  }

  @GetMapping("/{id}")
  ResponseEntity<Proposal> show(Person person, @PathVariable UUID id) {
    return ok(find(person, id));
  }

  @GetMapping
  ProposalPage list(
      Person person,
      @RequestParam(required = false) @Nullable ProposalState state,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Nullable UUID after) {
    return transactions.reading(
        () -> {
          Proposal place =
              after == null ? null : proposals.find(person, after).orElseThrow(NotFound::new);
          var page =
              Slice.of(limit, most -> proposals.page(person, state, place, most), Proposal::id);
          return new ProposalPage(page.items(), page.next());
        });
  }

  private ResponseEntity<Proposal> change(
      Person person,
      UUID id,
      Submission submission,
      long version,
      Supplier<Optional<Proposal>> locked,
      Function<Proposal, UUID> effect) {
    submission.change(
        () -> locked.get().orElseThrow(NotFound::new),
        proposal -> {
          Versions.require(version, proposal.version());
          return effect.apply(proposal);
        });
    return ok(find(person, id));
  }

  private Proposal find(Person person, UUID id) {
    return transactions.reading(() -> proposals.find(person, id).orElseThrow(NotFound::new));
  }

  private static ResponseEntity<Proposal> ok(Proposal proposal) {
    return ResponseEntity.ok().eTag(ETags.of(proposal.version())).body(proposal);
  }
}
