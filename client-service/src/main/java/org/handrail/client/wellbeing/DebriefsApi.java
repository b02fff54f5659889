package org.handrail.client.wellbeing;

import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.wellbeing.Debriefs.Answer;
import org.handrail.client.wellbeing.Debriefs.Debrief;
import org.handrail.client.wellbeing.Debriefs.Event;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Talks after an overdose or a death: specialists see what is offered to them, supervisors all. */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class DebriefsApi {
  private final Debriefing debriefing;
  private final Debriefs debriefs;
  private final ReachingClient clients;
  private final Transactions transactions;

  DebriefsApi(
      Debriefing debriefing, Debriefs debriefs, ReachingClient clients, Transactions transactions) {
    this.debriefing = debriefing;
    this.debriefs = debriefs;
    this.clients = clients;
    this.transactions = transactions;
  }

  record NewDebriefs(@NotNull Event after) {}

  record NewAnswer(@NotNull Answer answer) {}

  @PostMapping("/api/clients/{id}/debriefs")
  ResponseEntity<Void> offer(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewDebriefs offered,
      Submission submission) {
    submission.create(
        () -> clients.reach(person, id), client -> debriefing.offer(client, offered.after()));
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/api/specialists/debriefs")
  Slice<Debrief, UUID> list(
      Person person,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          return Slice.of(
              limit,
              most -> debriefs.page(person.agency(), only(person), after, most),
              Debrief::id);
        });
  }

  @GetMapping("/api/specialists/debriefs/{id}")
  Debrief one(Person person, @PathVariable UUID id) {
    return transactions.reading(
        () -> debriefs.find(person.agency(), id, only(person)).orElseThrow(NotFound::new));
  }

  @PostMapping("/api/specialists/debriefs/{id}/answer")
  ResponseEntity<Void> answer(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewAnswer answer,
      Submission submission) {
    submission.change(
        () -> debriefs.find(person.agency(), id, only(person)).orElseThrow(NotFound::new),
        debrief -> debriefing.answer(person.agency(), debrief, answer.answer()));
    return ResponseEntity.noContent().build();
  }

  private static @Nullable SubjectId only(Person person) {
    return person.is(Role.SUPERVISOR) ? null : person.subject();
  }
}
