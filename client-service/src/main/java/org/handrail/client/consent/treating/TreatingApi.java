package org.handrail.client.consent.treating;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.consent.treating.TreatingView.Acceptance;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
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

/** Treating relationships, as clients and those at their side keep them. */
@RestController
@RequestMapping("/api/clients/{clientId}/treating-relationships")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class TreatingApi {
  private final Treating treating;
  private final TreatingRelationships relationships;
  private final ReachingClient reaching;
  private final Transactions transactions;

  TreatingApi(
      Treating treating,
      TreatingRelationships relationships,
      ReachingClient reaching,
      Transactions transactions) {
    this.treating = treating;
    this.relationships = relationships;
    this.reaching = reaching;
    this.transactions = transactions;
  }

  /**
   * Who is to treat the client.
   *
   * @param act the client's agreement, when it is there already
   */
  record NewRelationship(
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String provider,
      @Valid @Nullable ActForm act) {}

  record Agreement(@NotNull @Valid ActForm act) {}

  /** When the provider took the client on, and how that is known. */
  record Accepted(@NotNull Acceptance acceptance, @NotNull Instant at) {}

  record OfClient(List<TreatingView> items) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TreatingView propose(
      Person person,
      @PathVariable UUID clientId,
      @RequestBody @Valid NewRelationship relationship,
      Submission submission) {
    var outcome =
        submission.create(
            () -> reaching.reach(person, clientId),
            reached ->
                treating.propose(
                    reached, new PartyId(relationship.provider()), relationship.act()));
    return one(person, clientId, outcome.id());
  }

  @GetMapping
  OfClient ofClient(Person person, @PathVariable UUID clientId) {
    return transactions.reading(
        () ->
            new OfClient(
                relationships.ofClient(person.agency(), reaching.see(person, clientId).id())));
  }

  @PostMapping("/{id}/agreement")
  TreatingView agree(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid Agreement agreement,
      Submission submission) {
    submission.change(
        () -> treating.hold(reaching.reach(person, clientId), id),
        held -> treating.agree(held, agreement.act()));
    return one(person, clientId, id);
  }

  @PostMapping("/{id}/acceptance")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  TreatingView accept(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid Accepted accepted,
      Submission submission) {
    submission.change(
        () -> treating.hold(reaching.reach(person, clientId), id),
        held -> treating.accept(held, accepted.acceptance(), accepted.at()));
    return one(person, clientId, id);
  }

  /** The treatment is over; from now on a consent for those who treat the client misses it. */
  @PostMapping("/{id}/end")
  TreatingView end(
      Person person, @PathVariable UUID clientId, @PathVariable UUID id, Submission submission) {
    submission.change(
        () -> treating.hold(reaching.reachToFinish(person, clientId), id), treating::end);
    return one(person, clientId, id);
  }

  private TreatingView one(Person person, UUID client, UUID id) {
    return transactions.reading(
        () ->
            relationships
                .find(person.agency(), reaching.see(person, client).id(), id)
                .orElseThrow(NotFound::new));
  }
}
