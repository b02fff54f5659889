package org.handrail.client.emergency;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActView;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The client's emergency card, filled in by the client or by a recorded act of theirs. */
@RestController
@RequestMapping("/api/clients/{id}/emergency-card")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class EmergencyCardApi {
  private final ReachingClient reaching;
  private final EmergencyCards cards;
  private final Transactions transactions;
  private final Clock clock;

  EmergencyCardApi(
      ReachingClient reaching, EmergencyCards cards, Transactions transactions, Clock clock) {
    this.reaching = reaching;
    this.cards = cards;
    this.transactions = transactions;
    this.clock = clock;
  }

  record FilledIn(@NotNull @Valid EmergencyCard card, @NotNull @Valid ActForm act) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CardView(EmergencyCard card, @Nullable ActView act, long version) {}

  @GetMapping
  ResponseEntity<CardView> card(Person person, @PathVariable UUID id) {
    return answer(person, id);
  }

  @PostMapping
  ResponseEntity<CardView> fillIn(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid FilledIn filled,
      Submission submission,
      @IfMatch long version) {
    submission.change(
        () -> reaching.reach(person, id),
        reached -> {
          var latest = cards.latest(reached.agency(), reached.id());
          Versions.require(version, latest.version());
          var act =
              filled
                  .act()
                  .recordedBy(reached.recorder(), clock.instant().truncatedTo(ChronoUnit.MICROS));
          if (latest.saidAt() != null) {
            act.notBefore(latest.saidAt(), "before-card", "They filled in another one after that.");
          }
          cards.add(reached.agency(), reached.id(), latest.version() + 1, filled.card(), act);
          return id;
        });
    return answer(person, id);
  }

  private ResponseEntity<CardView> answer(Person person, UUID id) {
    var onFile =
        transactions.reading(
            () -> {
              var reached = reaching.see(person, id);
              return cards.latest(reached.agency(), reached.id());
            });
    return ResponseEntity.ok()
        .eTag(ETags.of(onFile.version()))
        .body(new CardView(onFile.card(), ActView.ofNullable(onFile.act()), onFile.version()));
  }
}
