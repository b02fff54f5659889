package org.handrail.client.confidence;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
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

/** Confidences, for the client and the one who wrote them down. */
@RestController
@RequestMapping("/api/clients/{id}/confidences")
@AllowedTo({PEER_SPECIALIST, CLIENT})
class ConfidencesApi {
  private final ReachingClient reaching;
  private final Confiding confiding;
  private final Confidences confidences;
  private final Transactions transactions;

  ConfidencesApi(
      ReachingClient reaching,
      Confiding confiding,
      Confidences confidences,
      Transactions transactions) {
    this.reaching = reaching;
    this.confiding = confiding;
    this.confidences = confidences;
    this.transactions = transactions;
  }

  /** What is to stay between the two. */
  record NewConfidence(
      @NotNull Confidence.Kind kind, @ManyLines @NotBlank @Size(max = 8000) String words) {}

  /** That the client takes a suggestion up. */
  record AcceptedSuggestion(@Valid @Nullable ActForm act) {}

  @PostMapping
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Confidence> write(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewConfidence confidence,
      Submission submission) {
    var made =
        submission.create(
            () -> reaching.reach(person, id),
            client -> confiding.write(client, confidence.kind(), confidence.words()));
    return ResponseEntity.status(201).body(one(person, id, made.id()));
  }

  @GetMapping
  Slice<Confidence, UUID> page(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () ->
            Slice.of(
                limit,
                most -> confidences.page(reaching.see(person, id), after, most),
                Confidence::id));
  }

  @GetMapping("/{confidence}")
  Confidence one(Person person, @PathVariable UUID id, @PathVariable UUID confidence) {
    return transactions.reading(
        () -> confiding.read(reaching.see(person, id), confidence).confidence());
  }

  @PostMapping("/{confidence}/acceptance")
  ResponseEntity<Confidence> accept(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID confidence,
      @RequestBody @Valid AcceptedSuggestion acceptance,
      Submission submission) {
    submission.change(
        () -> confiding.read(reaching.reach(person, id), confidence),
        read -> confiding.accept(read, acceptance.act()));
    return ResponseEntity.ok(one(person, id, confidence));
  }

  /** It stands on the wrong record: nobody reads it there any more, only that there was one. */
  @PostMapping("/{confidence}/withdrawal")
  @AllowedTo(PEER_SPECIALIST)
  Confidence withdraw(
      Person person, @PathVariable UUID id, @PathVariable UUID confidence, Submission submission) {
    submission.change(
        () -> confiding.read(reaching.reachToFinish(person, id), confidence), confiding::withdraw);
    return one(person, id, confidence);
  }
}
