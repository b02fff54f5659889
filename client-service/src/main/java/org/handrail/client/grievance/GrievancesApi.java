package org.handrail.client.grievance;

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

/** Grievances, as clients tell them. */
@RestController
@RequestMapping("/api/clients/{clientId}/grievances")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class GrievancesApi {
  private final SpeakingUp speakingUp;
  private final Grievances grievances;
  private final ReachingClient reaching;
  private final Transactions transactions;

  GrievancesApi(
      SpeakingUp speakingUp,
      Grievances grievances,
      ReachingClient reaching,
      Transactions transactions) {
    this.speakingUp = speakingUp;
    this.grievances = grievances;
    this.reaching = reaching;
    this.transactions = transactions;
  }

  record NewGrievance(
      @ManyLines @NotBlank @Size(max = 4000) String clientsWords,
      @NotNull Grievance.Matter matter) {}

  /** That the client wants the supervisors told. */
  record Wish(@NotNull @Valid ActForm act) {}

  @PostMapping
  @AllowedTo({PEER_SPECIALIST, CLIENT})
  ResponseEntity<Grievance> record(
      Person person,
      @PathVariable UUID clientId,
      @RequestBody @Valid NewGrievance grievance,
      Submission submission) {
    var outcome =
        submission.create(
            () -> reaching.reach(person, clientId),
            client -> speakingUp.record(client, grievance.clientsWords(), grievance.matter()));
    return answer(person, clientId, outcome.id(), 201);
  }

  /** The latest first; supervisors read those that the client wants them told. */
  @GetMapping
  Slice<Grievance, UUID> ofClient(
      Person person,
      @PathVariable UUID clientId,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var reached = reaching.see(person, clientId);
          return Slice.of(limit, most -> grievances.page(reached, after, most), Grievance::id);
        });
  }

  @PostMapping("/{id}/escalation")
  @AllowedTo({PEER_SPECIALIST, CLIENT})
  ResponseEntity<Grievance> escalate(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid Wish wish,
      Submission submission) {
    submission.change(
        () -> speakingUp.find(reaching.reachToFinish(person, clientId), id),
        found -> speakingUp.escalate(found, wish.act()));
    return answer(person, clientId, id, 200);
  }

  private ResponseEntity<Grievance> answer(Person person, UUID client, UUID id, int status) {
    var grievance =
        transactions.reading(() -> speakingUp.find(reaching.see(person, client), id).grievance());
    var answer = ResponseEntity.status(status);
    var here = URI.create("/api/clients/" + client + "/grievances");
    return (status == 201 ? answer.location(here) : answer).body(grievance);
  }
}
