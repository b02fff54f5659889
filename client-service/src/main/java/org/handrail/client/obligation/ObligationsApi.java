package org.handrail.client.obligation;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.submission.Submission.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What others demand of a client, as the client tells it. */
@RestController
@RequestMapping("/api/clients/{id}/obligations")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class ObligationsApi {
  static final ProblemType NOT_CURRENT =
      ProblemType.of(
          "obligation-not-current", 409, "The obligation was corrected or has ended already");

  private static final int A_LIFE = 100;

  private final ReachingClient reaching;
  private final Obligations obligations;
  private final Transactions transactions;
  private final Clock clock;

  ObligationsApi(
      ReachingClient reaching, Obligations obligations, Transactions transactions, Clock clock) {
    this.reaching = reaching;
    this.obligations = obligations;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** An obligation in the client's words. */
  record NewObligation(
      @NotNull Obligation.Kind kind,
      @NotBlank @Size(max = 300) String source,
      @Nullable LocalDate beginsOn,
      @Nullable LocalDate endsOn,
      @ManyLines @NotBlank @Size(max = 4000) String words,
      @Valid @Nullable ActForm act) {}

  /**
   * That it is demanded no longer.
   *
   * @param act by which the client says so
   */
  record End(@Valid @Nullable ActForm act) {}

  private record Found(Reached client, Obligation obligation) {}

  /** That it was kept. Whatever others demand, peer support stays voluntary. */
  record KeptObligation(UUID id, boolean peerSupportVoluntary) {}

  @PostMapping
  ResponseEntity<KeptObligation> tell(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewObligation told,
      Submission submission) {
    requirePossible(told);
    var made =
        submission.create(
            () -> reaching.reach(person, id),
            client ->
                obligations.add(
                    client.agency(), client.id(), told, null, client.act(told.act(), now())));
    return kept(made);
  }

  /** The same, told right: what was told before is kept and no longer shown. */
  @PostMapping("/{obligation}/correction")
  ResponseEntity<KeptObligation> correct(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID obligation,
      @RequestBody @Valid NewObligation told,
      Submission submission) {
    requirePossible(told);
    var made =
        submission.create(
            () -> find(reaching.reach(person, id), obligation),
            found ->
                obligations.add(
                    found.client().agency(),
                    found.client().id(),
                    told,
                    obligation,
                    actOn(found, told.act())));
    return kept(made);
  }

  /** Nobody demands it any more. */
  @PostMapping("/{obligation}/end")
  ResponseEntity<Void> end(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID obligation,
      @RequestBody @Valid End end,
      Submission submission) {
    submission.change(
        () -> find(reaching.reachToFinish(person, id), obligation),
        found -> {
          obligations.end(found.client().agency(), obligation, actOn(found, end.act()));
          return obligation;
        });
    return ResponseEntity.noContent().build();
  }

  private Found find(Reached client, UUID obligation) {
    return new Found(
        client,
        obligations.find(client.agency(), client.id(), obligation).orElseThrow(NotFound::new));
  }

  private RecordedAct actOn(Found found, @Nullable ActForm form) {
    if (found.obligation().end() != null
        || obligations.isCorrected(found.client().agency(), found.obligation().id())) {
      throw Refusal.of(NOT_CURRENT);
    }
    return found
        .client()
        .act(form, now())
        .notBefore(
            found.obligation().act().at(), "before-obligation", "It was not told of yet then.");
  }

  private static ResponseEntity<KeptObligation> kept(Outcome made) {
    return ResponseEntity.status(201).body(new KeptObligation(made.id(), true));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void requirePossible(NewObligation told) {
    if (told.beginsOn() != null
        && told.endsOn() != null
        && told.endsOn().isBefore(told.beginsOn())) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error("/endsOn", "before-first-day", "It begins later."));
    }
    requireInALife("/beginsOn", told.beginsOn());
    requireInALife("/endsOn", told.endsOn());
  }

  // Some are for life.
  private void requireInALife(String pointer, @Nullable LocalDate day) {
    if (day != null) {
      ActTimes.requireWithin(pointer, day, A_LIFE, A_LIFE, clock.instant());
    }
  }

  @GetMapping
  Slice<Obligation, UUID> page(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var client = reaching.see(person, id);
          return Slice.of(
              limit,
              most -> obligations.page(client.agency(), client.id(), after, most),
              Obligation::id);
        });
  }
}
