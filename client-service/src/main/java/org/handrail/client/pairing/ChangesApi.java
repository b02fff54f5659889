package org.handrail.client.pairing;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.pairing.Changes.Change;
import org.handrail.platform.act.ActKind;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A client changes who walks with them. No field asks why. */
@RestController
@RequestMapping("/api/clients/{client}/specialist-changes")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class ChangesApi {
  private final ChangingSpecialist changing;
  private final ReachingClient clients;
  private final Transactions transactions;
  private final Clock clock;

  ChangesApi(
      ChangingSpecialist changing, ReachingClient clients, Transactions transactions, Clock clock) {
    this.changing = changing;
    this.clients = clients;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** That the client said so. There is no place for words: they might be taken for a reason. */
  record Said(@NotNull ActKind kind, @NotNull Instant at) {
    RecordedAct recordedBy(Recorder recorder, Instant now) {
      return RecordedAct.of(kind, at, null, recorder, now);
    }
  }

  /**
   * The client would rather walk with somebody else.
   *
   * @param warm whether who goes stays until the client has met who comes; so unless they say no
   * @param wanted whom the client would like, if they know
   */
  record NewChange(@NotNull @Valid Said act, @Nullable Boolean warm, @Nullable UUID wanted) {}

  /** The client would rather go on as it is. */
  record Withdrawal(@NotNull @Valid Said act) {}

  record Settlement(@NotNull UUID specialistId) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangeView(
      UUID id,
      UUID clientId,
      boolean warm,
      @Nullable UUID wanted,
      ActView act,
      @Nullable SubjectId outgoing,
      @Nullable SubjectId incoming,
      @Nullable Instant settledAt,
      @Nullable Instant metAt,
      @Nullable ActView withdrawn) {

    static ChangeView of(Change change) {
      return new ChangeView(
          change.id(),
          change.client().value(),
          change.warm(),
          change.wanted(),
          ActView.of(change.act()),
          change.outgoing(),
          change.incoming(),
          change.settledAt(),
          change.metAt(),
          ActView.ofNullable(change.withdrawn()));
    }
  }

  record OfClient(List<ChangeView> items) {}

  @PostMapping
  ResponseEntity<ChangeView> ask(
      Person person,
      @PathVariable UUID client,
      @RequestBody @Valid NewChange change,
      Submission submission) {
    var warm = change.warm() == null || change.warm();
    var id =
        submission
            .create(
                () -> clients.reach(person, client),
                reached -> changing.ask(reached, act(reached, change.act()), warm, change.wanted()))
            .id();
    var place = "/api/clients/" + client + "/specialist-changes";
    return ResponseEntity.created(URI.create(place)).body(view(person, client, id));
  }

  private RecordedAct act(Reached client, Said said) {
    return said.recordedBy(client.recorder(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  @GetMapping
  OfClient all(Person person, @PathVariable UUID client) {
    return transactions.reading(
        () -> {
          var reached = clients.see(person, client);
          return new OfClient(changing.known(reached).stream().map(ChangeView::of).toList());
        });
  }

  @PostMapping("/{id}/withdrawal")
  ChangeView withdraw(
      Person person,
      @PathVariable UUID client,
      @PathVariable UUID id,
      @RequestBody @Valid Withdrawal withdrawal,
      Submission submission) {
    submission.change(
        () -> clients.reach(person, client),
        reached -> changing.withdraw(reached, id, act(reached, withdrawal.act())));
    return view(person, client, id);
  }

  @PostMapping("/{id}/settlement")
  @AllowedTo(SUPERVISOR)
  ChangeView settle(
      Person person,
      @PathVariable UUID client,
      @PathVariable UUID id,
      @RequestBody @Valid Settlement settlement,
      Submission submission) {
    submission.change(
        () -> clients.reach(person, client),
        reached -> changing.settle(reached, id, settlement.specialistId()));
    return view(person, client, id);
  }

  @PostMapping("/{id}/meeting")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  ResponseEntity<Void> met(
      Person person, @PathVariable UUID client, @PathVariable UUID id, Submission submission) {
    submission.change(
        () -> clients.reachToFinish(person, client), reached -> changing.met(reached, id));
    return ResponseEntity.noContent().build();
  }

  private ChangeView view(Person person, UUID client, UUID id) {
    return all(person, client).items().stream()
        .filter(change -> change.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
