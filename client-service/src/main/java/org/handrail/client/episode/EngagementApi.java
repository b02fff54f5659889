package org.handrail.client.episode;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.withdrawal.WithdrawalForm;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
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

/** "Not now", and the attempts to stay in touch. */
@RestController
@RequestMapping("/api/clients/{id}")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class EngagementApi {
  private final ReachingClient reaching;
  private final Engaging engaging;
  private final Engagements engagements;
  private final Transactions transactions;

  EngagementApi(
      ReachingClient reaching,
      Engaging engaging,
      Engagements engagements,
      Transactions transactions) {
    this.reaching = reaching;
    this.engaging = engaging;
    this.engagements = engagements;
    this.transactions = transactions;
  }

  /**
   * The client's "not now".
   *
   * @param laterOkOn from which day they may be asked again, if they named one
   */
  record NewNotNow(@Nullable LocalDate laterOkOn, @Valid @Nullable ActForm act) {}

  /** An attempt, as it went. */
  record NewAttempt(
      @NotNull Instant at,
      @NotNull Attempt.Initiative initiative,
      @NotNull Attempt.Way way,
      @NotNull Attempt.Outcome outcome) {}

  /**
   * How it stands between a client and those who would like to reach them.
   *
   * @param inVain how often in a row the client was not reached
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Engagement(Engagements.@Nullable NotNow notNow, int inVain) {}

  @PostMapping("/not-now")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
  ResponseEntity<Engagement> notNow(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewNotNow said,
      Submission submission) {
    submission.create(
        () -> reaching.reach(person, id),
        client -> engaging.notNow(client, said.laterOkOn(), said.act()));
    return ResponseEntity.status(201).body(engagement(person, id));
  }

  @GetMapping("/engagement")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
  Engagement engagement(Person person, @PathVariable UUID id) {
    return transactions.reading(
        () -> {
          var client = reaching.see(person, id);
          return new Engagement(
              engagements.notNow(client.agency(), client.id()).orElse(null),
              engagements.inVain(client.agency(), client.id()));
        });
  }

  @PostMapping("/attempts")
  ResponseEntity<Engagement> attempt(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewAttempt attempt,
      Submission submission) {
    submission.create(
        () -> reaching.reach(person, id),
        client ->
            engaging.attempt(
                client,
                new Attempt(
                    UUID.randomUUID(),
                    attempt.at(),
                    person.subject().value(),
                    attempt.initiative(),
                    attempt.way(),
                    attempt.outcome())));
    return ResponseEntity.status(201).body(engagement(person, id));
  }

  /** It was entered by mistake. */
  @PostMapping("/attempts/{attempt}/withdrawal")
  Engagement withdraw(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID attempt,
      @RequestBody @Valid WithdrawalForm form,
      Submission submission) {
    submission.change(
        () -> engaging.find(reaching.reachToFinish(person, id), attempt),
        found -> engaging.withdraw(found, form.reason()));
    return engagement(person, id);
  }

  @GetMapping("/attempts")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
  Slice<Attempt, UUID> attempts(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var client = reaching.see(person, id);
          return Slice.of(
              limit,
              most -> engagements.attempts(client.agency(), client.id(), after, most),
              Attempt::id);
        });
  }
}
