package org.handrail.client.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.client.Client;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.Judgement;
import org.handrail.client.consent.MedicalEmergency;
import org.handrail.client.consent.Purpose;
import org.handrail.client.disclosure.ByLaw;
import org.handrail.client.disclosure.ReleasingByLaw;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells medical personnel the minimum in an emergency: first the record, then the release, in one
 * transaction. Whatever a client restricted or took back does not bear on it (P2-EMG-1).
 */
@Component
class BreakingGlass {
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);
  private static final String SET = Category.EMERGENCY_SET.code();

  private final EmergencyAccesses accesses;
  private final EmergencyCards cards;
  private final Emergencies emergencies;
  private final Door door;
  private final Clock clock;

  BreakingGlass(
      EmergencyAccesses accesses,
      EmergencyCards cards,
      Emergencies emergencies,
      Door door,
      Clock clock) {
    this.accesses = accesses;
    this.cards = cards;
    this.emergencies = emergencies;
    this.door = door;
    this.clock = clock;
  }

  /** What of the door an emergency needs. */
  @Component
  record Door(Ledger ledger, Parties parties, ReleasingByLaw releasing) {}

  UUID breakGlass(Person person, Client client, PartyId to, MedicalEmergency emergency) {
    var head = door.ledger().lock(person.agency(), client.id());
    var now = head.now(clock);
    refuseTheFuture(emergency.at(), now);
    var recipient = door.parties().byId(to);
    var id = UUID.randomUUID();
    var asked =
        new ByLaw(
            head,
            now,
            recipient,
            person.subject(),
            new Entry.Matter(EmergencyAccess.MATTER, id),
            Purpose.TREAT.code(),
            List.of(SET),
            "handed-on");
    switch (emergency.judge(recipient)) {
      case Judgement.Deny(var code) -> {
        var access = access(id, asked, emergency, code.code(), null);
        accesses.add(person.agency(), access);
        door.releasing().deny(asked, code.code());
        emergencies.denied(person.agency(), access);
      }
      case Judgement.Permit _ -> {
        var until = now.plus(EmergencyAccess.READABLE_FOR);
        var access = access(id, asked, emergency, null, until);
        accesses.add(person.agency(), access);
        var card = cards.latest(person.agency(), client.id()).card();
        door.releasing()
            .release(
                asked,
                MedicalEmergency.CITATION,
                Map.of(SET, EmergencySet.of(client.account(), card)),
                until);
        emergencies.released(person.agency(), access);
      }
    }
    return id;
  }

  private static EmergencyAccess access(
      UUID id,
      ByLaw asked,
      MedicalEmergency emergency,
      @Nullable String denial,
      @Nullable Instant until) {
    return new EmergencyAccess(
        id,
        asked.head().client(),
        asked.recipient().id(),
        emergency,
        asked.now(),
        asked.person(),
        denial,
        until,
        null,
        null,
        null);
  }

  private static void refuseTheFuture(@Nullable Instant at, Instant now) {
    if (at != null && at.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error("/at", "in-future", "It has not happened yet."));
    }
  }
}
