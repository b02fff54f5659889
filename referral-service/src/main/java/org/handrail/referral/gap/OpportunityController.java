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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.platform.caller.AgencyId;
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
import org.handrail.referral.gap.Opportunity.OpportunityKind;
import org.handrail.referral.gap.Opportunity.OpportunityState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where people can help, with whom to talk to. */
@RestController
@RequestMapping("/api/directory/opportunities")
@AllowedTo({
  Role.PEER_SPECIALIST,
  Role.SUPERVISOR,
  Role.INTAKE_COORDINATOR,
  Role.PRIVACY_OFFICER,
  Role.AGENCY_ADMIN,
  Role.COALITION_ADMIN,
  Role.CLIENT
})
class OpportunityController {
  private final Opportunities opportunities;
  private final Posting posting;
  private final Transactions transactions;

  OpportunityController(Opportunities opportunities, Posting posting, Transactions transactions) {
    this.opportunities = opportunities;
    this.posting = posting;
    this.transactions = transactions;
  }

  /** What an agency posts. */
  record PostOpportunity(
      @NotNull OpportunityKind kind,
      @NotBlank @Size(max = 200) String title,
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String area,
      @NotNull LocalDate startsOn,
      @NotNull LocalDate endsOn,
      @NotNull @Min(1) @Max(10000) Integer places,
      @NotNull @Valid Contact contact) {

    Opportunity of(AgencyId agency) {
      return new Opportunity(
          UUID.randomUUID(),
          agency,
          kind,
          title.strip(),
          area,
          startsOn,
          endsOn,
          places,
          contact.reachable(),
          OpportunityState.PROPOSED,
          null,
          0);
    }
  }

  /** The coalition's decision: published, or declined for a reason, also after it was published. */
  record ReviewOpportunity(@NotNull Boolean publish, @Nullable WhyDeclined reason) {}

  /** A page, by the first day; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OpportunityPage(List<Opportunity> items, @Nullable UUID next) {}

  @PostMapping
  @AllowedTo(Role.AGENCY_ADMIN)
  ResponseEntity<Opportunity> post(
      Person person, @RequestBody @Valid PostOpportunity wanted, Submission submission) {
    Opportunity opportunity = wanted.of(person.agency());
    UUID id = submission.create(() -> posting.post(person, opportunity)).id();
    Opportunity posted = find(person, id);
    return ResponseEntity.created(URI.create("/api/directory/opportunities/" + id))
        .eTag(ETags.of(posted.version()))
        .body(posted);
  }

  @PostMapping("/{id}/review")
  @AllowedTo(Role.COALITION_ADMIN)
  ResponseEntity<Opportunity> review(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid ReviewOpportunity review,
      Submission submission,
      @IfMatch long version) {
    OpportunityState to = review.publish() ? OpportunityState.PUBLISHED : OpportunityState.DECLINED;
    return change(
        person,
        id,
        submission,
        version,
        false,
        posted -> posting.review(person, posted, to, review.reason()));
  }

  @PostMapping("/{id}/withdrawal")
  @AllowedTo(Role.AGENCY_ADMIN)
  ResponseEntity<Opportunity> withdraw(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    return change(
        person, id, submission, version, true, posted -> posting.withdraw(person, posted));
  }

  @GetMapping("/{id}")
  ResponseEntity<Opportunity> show(Person person, @PathVariable UUID id) {
    return ok(find(person, id));
  }

  @GetMapping
  OpportunityPage list(
      Person person,
      @RequestParam(defaultValue = "published") OpportunityState state,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Nullable UUID after) {
    return transactions.reading(
        () -> {
          Opportunity place =
              after == null ? null : opportunities.find(person, after).orElseThrow(NotFound::new);
          var page =
              Slice.of(
                  limit, most -> opportunities.page(person, state, place, most), Opportunity::id);
          return new OpportunityPage(page.items(), page.next());
        });
  }

  private ResponseEntity<Opportunity> change(
      Person person,
      UUID id,
      Submission submission,
      long version,
      boolean ownOnly,
      Function<Opportunity, UUID> effect) {
    submission.change(
        () ->
            opportunities
                .lock(person, id)
                .filter(posted -> !ownOnly || posted.agency().equals(person.agency()))
                .orElseThrow(NotFound::new),
        posted -> {
          Versions.require(version, posted.version());
          return effect.apply(posted);
        });
    return ok(find(person, id));
  }

  private Opportunity find(Person person, UUID id) {
    return transactions.reading(() -> opportunities.find(person, id).orElseThrow(NotFound::new));
  }

  private static ResponseEntity<Opportunity> ok(Opportunity opportunity) {
    return ResponseEntity.ok().eTag(ETags.of(opportunity.version())).body(opportunity);
  }
}
