package org.handrail.client.consent.restriction;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Restrictions, as clients ask for them and privacy officers decide on them. */
@RestController
@RequestMapping("/api/clients/{clientId}/restrictions")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class RestrictionsApi {
  private final Restricting restricting;
  private final Restrictions restrictions;
  private final ReachingClient reaching;
  private final Assigned assigned;
  private final Transactions transactions;

  RestrictionsApi(
      Restricting restricting,
      Restrictions restrictions,
      ReachingClient reaching,
      Assigned assigned,
      Transactions transactions) {
    this.restricting = restricting;
    this.restrictions = restrictions;
    this.reaching = reaching;
    this.assigned = assigned;
    this.transactions = transactions;
  }

  /**
   * Who is not to learn anything.
   *
   * @param paidInFull that the client paid a service in full, and its health plan is not to know
   */
  record NewRestriction(
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String recipient,
      @Nullable Boolean paidInFull,
      @NotNull @Valid ActForm act) {}

  /** Granted, or refused with the reason that the client will read. */
  record Decision(
      @NotNull Boolean granted,
      @ManyLines
          @Pattern(regexp = "(?s).*\\S.*", message = "Some words, or nothing at all")
          @Size(max = 1000)
          @Nullable String reason) {}

  record End(@NotNull @Valid ActForm act) {}

  record OfClient(List<RestrictionView> items) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  RestrictionView ask(
      Person person,
      @PathVariable UUID clientId,
      @RequestBody @Valid NewRestriction restriction,
      Submission submission) {
    var paid = Boolean.TRUE.equals(restriction.paidInFull());
    var outcome =
        submission.create(
            () -> reaching.reach(person, clientId),
            reached ->
                restricting.ask(
                    reached, new PartyId(restriction.recipient()), paid, restriction.act()));
    return one(person, clientId, outcome.id());
  }

  @GetMapping
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER, CLIENT})
  OfClient ofClient(Person person, @PathVariable UUID clientId) {
    return transactions.reading(
        () -> {
          var client = new ClientId(clientId);
          assigned.requireToSeeDisclosures(person, client);
          return new OfClient(restrictions.ofClient(person.agency(), client));
        });
  }

  @PostMapping("/{id}/decision")
  @AllowedTo(PRIVACY_OFFICER)
  RestrictionView decide(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid Decision decision,
      Submission submission) {
    submission.change(
        () -> restricting.reachToDecide(person, clientId, id),
        held -> restricting.decide(held, decision.granted(), decision.reason()));
    return one(person, clientId, id);
  }

  /** The client wants it no longer. */
  @PostMapping("/{id}/end")
  RestrictionView end(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid End end,
      Submission submission) {
    submission.change(
        () -> restricting.reachToEnd(reaching.reachToFinish(person, clientId), id),
        ending -> restricting.end(ending, end.act()));
    return one(person, clientId, id);
  }

  private RestrictionView one(Person person, UUID client, UUID id) {
    return transactions.reading(
        () ->
            restrictions
                .find(person.agency(), new ClientId(client), id)
                .orElseThrow(NotFound::new));
  }
}
