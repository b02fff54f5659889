package org.handrail.client.supporter;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.Contact;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who stands by a client, as the client names them. */
@RestController
@RequestMapping("/api/clients/{id}/supporters")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class SupportersApi {
  static final ProblemType SUPPORTER_ACT_MISSING =
      ProblemType.of(
          "supporter-act-missing", 422, "They have not agreed themselves to be kept by name");
  static final ProblemType SUPPORTER_ENDED =
      ProblemType.of("supporter-ended", 409, "They are kept no longer already");

  private final ReachingClient reaching;
  private final Supporters supporters;
  private final Transactions transactions;
  private final Clock clock;

  SupportersApi(
      ReachingClient reaching, Supporters supporters, Transactions transactions, Clock clock) {
    this.reaching = reaching;
    this.supporters = supporters;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Somebody who stands by the client.
   *
   * @param words who it is, in the client's words
   * @param ownAct by which they agreed themselves that their name and contact are kept
   * @param act by which the client names them
   */
  record NewSupporter(
      @ManyLines @NotBlank @Size(max = 300) String words,
      @Size(max = 200) @Nullable String nameToUse,
      @Valid @Nullable Contact contact,
      @Valid @Nullable ActForm ownAct,
      @Valid @Nullable ActForm act) {}

  /**
   * That they are kept no longer.
   *
   * @param act by which the client says so
   */
  record End(@Valid @Nullable ActForm act) {}

  private record Ending(Reached client, Supporter supporter) {}

  /** That they were named. */
  record NamedSupporter(UUID id) {}

  @PostMapping
  ResponseEntity<NamedSupporter> name(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewSupporter named,
      Submission submission) {
    var made = submission.create(() -> reaching.reach(person, id), client -> named(client, named));
    return ResponseEntity.status(201).body(new NamedSupporter(made.id()));
  }

  private UUID named(Reached client, NewSupporter named) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var own = own(client, named, now);
    return supporters.add(client.agency(), client.id(), named, own, client.act(named.act(), now));
  }

  private static @Nullable RecordedAct own(Reached client, NewSupporter named, Instant now) {
    var own = named.ownAct();
    if (own == null && (named.nameToUse() != null || named.contact() != null)) {
      throw Refusal.of(
          Problem.of(SUPPORTER_ACT_MISSING)
              .error("/ownAct", "missing", "Without it only the client's words are kept."));
    }
    if (own != null && client.isTheClient()) {
      throw Refusal.of(
          Problem.of(SUPPORTER_ACT_MISSING)
              .error("/ownAct", "not-possible", "Nobody agrees in another's place."));
    }
    return own == null ? null : own.recordedBy("/ownAct", client.recorder(), now);
  }

  @GetMapping
  Slice<Supporter, UUID> page(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var client = reaching.see(person, id);
          return Slice.of(
              limit,
              most -> supporters.page(client.agency(), client.id(), after, most),
              Supporter::id);
        });
  }

  /** The client wants them kept no longer. */
  @PostMapping("/{supporter}/end")
  ResponseEntity<Void> end(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID supporter,
      @RequestBody @Valid End end,
      Submission submission) {
    submission.change(() -> reachToEnd(person, id, supporter), ending -> ended(ending, end.act()));
    return ResponseEntity.noContent().build();
  }

  private Ending reachToEnd(Person person, UUID id, UUID supporter) {
    var client = reaching.reachToFinish(person, id);
    return new Ending(
        client,
        supporters.find(client.agency(), client.id(), supporter).orElseThrow(NotFound::new));
  }

  private UUID ended(Ending ending, @Nullable ActForm form) {
    var supporter = ending.supporter();
    var act =
        ending
            .client()
            .act(form, clock.instant().truncatedTo(ChronoUnit.MICROS))
            .notBefore(supporter.act().at(), "before-supporter", "They were not named yet then.");
    if (!supporters.end(ending.client().agency(), supporter.id(), act)) {
      throw Refusal.of(SUPPORTER_ENDED);
    }
    return supporter.id();
  }
}
