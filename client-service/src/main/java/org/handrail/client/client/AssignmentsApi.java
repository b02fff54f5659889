package org.handrail.client.client;

import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is at a client's side beside their primary specialist, as that one and supervisors say. */
@RestController
@RequestMapping("/api/clients/{id}/assignments")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class AssignmentsApi {
  private final Assigning assigning;
  private final GivingSignIn givingSignIn;
  private final ReachingClient reaching;
  private final LookingUpClients lookingUp;
  private final Transactions transactions;

  AssignmentsApi(
      Assigning assigning,
      GivingSignIn givingSignIn,
      ReachingClient reaching,
      LookingUpClients lookingUp,
      Transactions transactions) {
    this.assigning = assigning;
    this.givingSignIn = givingSignIn;
    this.reaching = reaching;
    this.lookingUp = lookingUp;
    this.transactions = transactions;
  }

  /** What somebody may become at the client's side. */
  enum Place {
    /** Instead of who it is now and stays as a backup; a supervisor says so. */
    PRIMARY,
    BACKUP,
    SELF
  }

  record NewAssignment(@NotNull SubjectId subject, @NotNull Place relation) {}

  @PostMapping
  ResponseEntity<ClientView> assign(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewAssignment assignment,
      Submission submission) {
    var subject = assignment.subject();
    switch (assignment.relation()) {
      case PRIMARY ->
          submission.create(() -> reach(person, id), client -> assigning.handOver(client, subject));
      case BACKUP ->
          submission.create(() -> reach(person, id), client -> assigning.assign(client, subject));
      case SELF ->
          submission.create(
              () -> reaching.reachPerson(person, id), client -> givingSignIn.give(client, subject));
    }
    var view = lookingUp.one(person, id);
    return ResponseEntity.created(URI.create("/api/clients/" + id))
        .eTag(ETags.of(view.version()))
        .body(view);
  }

  // What is under way on a record that was merged goes on, and needs somebody when others leave.
  private Reached reach(Person person, UUID id) {
    return person.is(SUPERVISOR) ? reaching.reachToFinish(person, id) : reaching.reach(person, id);
  }

  @DeleteMapping("/{subject}")
  ResponseEntity<Void> unassign(
      Person person,
      @PathVariable UUID id,
      @PathVariable @Pattern(regexp = "[A-Za-z0-9._:-]{1,128}") String subject) {
    transactions.run(
        () -> assigning.unassign(reaching.reachToFinish(person, id), new SubjectId(subject)));
    return ResponseEntity.noContent().build();
  }
}
