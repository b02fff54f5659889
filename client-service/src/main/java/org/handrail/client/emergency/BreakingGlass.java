package org.handrail.client.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.Client;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.DenialCode;
import org.handrail.client.consent.Judgement;
import org.handrail.client.consent.MedicalEmergency;
import org.handrail.client.consent.Purpose;
import org.handrail.client.disclosure.ByLaw;
import org.handrail.client.disclosure.ReleasingByLaw;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActTimes;
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
  // What is over for a day is told with consent, or not at all.
  private static final Duration LASTS_AT_MOST = Duration.ofHours(24);
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

  /**
   * Why nothing would be released, whoever it is about: asked before anybody is looked for, so that
   * a refusal does not tell who is a client (P2-QSO-2).
   */
  Optional<DenialCode> denial(PartyId to, MedicalEmergency emergency) {
    refuseAnotherTime(emergency.at(), clock.instant());
    return emergency.judge(door.parties().byId(to)) instanceof Judgement.Deny(var code)
        ? Optional.of(code)
        : Optional.empty();
  }

  /**
   * @param client the record that stands for the person
   */
  UUID breakGlass(Person person, Client client, PartyId to, MedicalEmergency emergency) {
    var head = door.ledger().lock(person.agency(), client.id());
    var now = head.now(clock);
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
        var told = cards.ofPerson(person.agency(), client.id());
        door.releasing()
            .release(
                asked,
                MedicalEmergency.CITATION,
                Map.of(SET, EmergencySet.of(client.account(), told)),
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

  private static void refuseAnotherTime(@Nullable Instant at, Instant now) {
    if (at == null) {
      return;
    }
    if (ActTimes.isToCome(at, now)) {
      throw another("in-future", "It has not happened yet.");
    }
    if (at.isBefore(now.minus(LASTS_AT_MOST))) {
      throw another("emergency-over", "That is more than a day ago.");
    }
  }

  private static Refusal another(String code, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).error("/at", code, detail));
  }
}
