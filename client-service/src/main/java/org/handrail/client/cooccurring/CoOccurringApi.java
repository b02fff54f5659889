package org.handrail.client.cooccurring;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.paper.Languages;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
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

/** What else a client lives with, for them and those at their side. */
@RestController
@RequestMapping("/api/clients/{id}/co-occurring")
@AllowedTo({PEER_SPECIALIST, CLIENT})
class CoOccurringApi {
  private final ReachingClient reaching;
  private final CoOccurrings told;
  private final Transactions transactions;
  private final Clock clock;

  CoOccurringApi(
      ReachingClient reaching, CoOccurrings told, Transactions transactions, Clock clock) {
    this.reaching = reaching;
    this.told = told;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param language of the words; the first of the client's languages when nothing is said
   */
  record Told(
      @NotNull CoOccurring.Kind kind,
      @ManyLines @NotBlank @Size(max = 8000) String clientsWords,
      @Pattern(regexp = Languages.TAG) @Nullable String language,
      @NotNull CoOccurring.Raising raising,
      @Valid @Nullable ActForm act) {}

  record ToldId(UUID id) {}

  record TakingBackTold(@Valid @Nullable ActForm act) {}

  @PostMapping
  ResponseEntity<ToldId> tell(
      Person person, @PathVariable UUID id, @RequestBody @Valid Told said, Submission submission) {
    var made =
        submission.create(
            () -> reaching.reach(person, id),
            client ->
                told.add(
                    client,
                    said,
                    client.client().account().languageOr(said.language()),
                    client.act(said.act(), now())));
    return ResponseEntity.status(201).body(new ToldId(made.id()));
  }

  @GetMapping
  Slice<CoOccurring, UUID> page(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () ->
            Slice.of(
                limit, most -> told.page(reaching.see(person, id), after, most), CoOccurring::id));
  }

  @PostMapping("/{toldId}/taking-back")
  ToldId takeBack(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID toldId,
      @RequestBody @Valid TakingBackTold takingBack,
      Submission submission) {
    submission.change(
        () -> own(reaching.reach(person, id), toldId),
        own -> {
          var act =
              own.client()
                  .act(takingBack.act(), now())
                  .notBefore(own.toldAt(), "before-telling", "It was not told yet then.");
          told.takeBack(own.client().agency(), toldId, act);
          return toldId;
        });
    return new ToldId(toldId);
  }

  private record Own(Reached client, Instant toldAt) {}

  private Own own(Reached client, UUID toldId) {
    return new Own(client, told.toldAt(client, toldId).orElseThrow(NotFound::new));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
