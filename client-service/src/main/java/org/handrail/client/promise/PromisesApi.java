package org.handrail.client.promise;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.scope.Transactions;
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

/** Promises, as specialists make them and clients see them kept or not. */
@RestController
@RequestMapping("/api/clients/{clientId}/promises")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class PromisesApi {
  private final KeepingPromises keeping;
  private final Promises promises;
  private final ReachingClient reaching;
  private final Transactions transactions;

  PromisesApi(
      KeepingPromises keeping,
      Promises promises,
      ReachingClient reaching,
      Transactions transactions) {
    this.keeping = keeping;
    this.promises = promises;
    this.reaching = reaching;
    this.transactions = transactions;
  }

  record NewPromise(@ManyLines @NotBlank @Size(max = 500) String words, @NotNull Instant dueAt) {}

  /** What became of a promise; either side may say it. */
  record Outcome(@NotNull Became became, @ManyLines @Size(max = 500) @Nullable String note) {

    /** Kept or not. */
    enum Became {
      KEPT,
      NOT_KEPT
    }
  }

  /** Another time for it, which the client agreed to. */
  record NewTime(
      @NotNull Instant dueAt,
      @ManyLines @Size(max = 500) @Nullable String note,
      @NotNull @Valid ActForm act) {}

  @PostMapping
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Promise> make(
      Person person,
      @PathVariable UUID clientId,
      @RequestBody @Valid NewPromise promise,
      Submission submission) {
    var outcome =
        submission.create(
            () -> reaching.reach(person, clientId),
            client -> keeping.make(client, promise.words(), promise.dueAt()));
    return answer(person, clientId, outcome.id(), 201);
  }

  /** Those of all records that stand for the client, the latest first. */
  @GetMapping
  Slice<Promise, UUID> ofClient(
      Person person,
      @PathVariable UUID clientId,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var client = reaching.see(person, clientId).id();
          return Slice.of(
              limit, most -> promises.page(person.agency(), client, after, most), Promise::id);
        });
  }

  @PostMapping("/{id}/outcome")
  @AllowedTo({PEER_SPECIALIST, CLIENT})
  ResponseEntity<Promise> end(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid Outcome outcome,
      Submission submission,
      @IfMatch long version) {
    var status =
        outcome.became() == Outcome.Became.KEPT ? Promise.Status.KEPT : Promise.Status.NOT_KEPT;
    submission.change(
        () -> keeping.findToChange(reaching.reachToFinish(person, clientId), id),
        found -> keeping.end(found, version, status, outcome.note()));
    return answer(person, clientId, id, 200);
  }

  @PostMapping("/{id}/renegotiation")
  @AllowedTo({PEER_SPECIALIST, CLIENT})
  ResponseEntity<Promise> renegotiate(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid NewTime time,
      Submission submission,
      @IfMatch long version) {
    submission.change(
        () -> keeping.findToChange(reaching.reach(person, clientId), id),
        found -> keeping.renegotiate(found, version, time.dueAt(), time.note(), time.act()));
    return answer(person, clientId, id, 200);
  }

  private ResponseEntity<Promise> answer(Person person, UUID client, UUID id, int status) {
    var promise =
        transactions.reading(() -> keeping.find(reaching.see(person, client), id).promise());
    var answer = ResponseEntity.status(status).eTag(ETags.of(promise.version()));
    var here = URI.create("/api/clients/" + client + "/promises");
    return (status == 201 ? answer.location(here) : answer).body(promise);
  }
}
