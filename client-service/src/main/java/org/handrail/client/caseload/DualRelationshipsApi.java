package org.handrail.client.caseload;

import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.caseload.DualRelationships.Known;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * With whom the caller would not walk: since they know them otherwise, or for a reason of their
 * own. Nobody asks which it is, and nobody else can see it, so that a place not taken tells
 * nothing.
 */
@RestController
@RequestMapping("/api/specialists/me/dual-relationships")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class DualRelationshipsApi {
  private final DualRelationships relationships;
  private final ReachingClient clients;
  private final Transactions transactions;
  private final Clock clock;

  DualRelationshipsApi(
      DualRelationships relationships,
      ReachingClient clients,
      Transactions transactions,
      Clock clock) {
    this.relationships = relationships;
    this.clients = clients;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Somebody by name, or a client at whose side the caller stands. Whether anybody of that name is
   * a client is not told.
   */
  record Declaration(
      @Nullable UUID clientId,
      @Pattern(regexp = ".*[\\p{L}\\p{N}].*", message = "A name has a letter or a digit")
          @Size(max = 200)
          @Nullable String name,
      @Past @Nullable LocalDate born) {

    void check() {
      if ((clientId == null) == (name == null)) {
        throw Refusal.of(
            Problem.of(Problems.INVALID)
                .error("/name", "contradictory", "A client or a name, one of them."));
      }
    }
  }

  record Declared(UUID id) {}

  record Mine(List<Known> items) {}

  @PostMapping
  ResponseEntity<Declared> declare(
      Person person, @RequestBody @Valid Declaration declaration, Submission submission) {
    declaration.check();
    var id =
        submission.create(() -> found(person, declaration), _ -> add(person, declaration)).id();
    return ResponseEntity.created(URI.create("/api/specialists/me/dual-relationships"))
        .body(new Declared(id));
  }

  @GetMapping
  Mine mine(Person person) {
    return transactions.reading(
        () -> new Mine(relationships.of(person.agency(), person.subject())));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> takeBack(Person person, @PathVariable UUID id) {
    transactions.run(
        () -> {
          if (!relationships.remove(person.agency(), person.subject(), id)) {
            throw new NotFound();
          }
        });
    return ResponseEntity.noContent().build();
  }

  private ReachingClient.@Nullable Reached found(Person person, Declaration declaration) {
    return declaration.clientId() == null ? null : clients.see(person, declaration.clientId());
  }

  private UUID add(Person person, Declaration declaration) {
    var known =
        new Known(
            UUID.randomUUID(),
            declaration.clientId(),
            declaration.name(),
            declaration.born(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    relationships.add(person.agency(), person.subject(), known);
    return known.id();
  }
}
