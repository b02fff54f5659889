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
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
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
   * Why nothing is released, whoever it is about: asked before anybody is looked for, so that a
   * refusal does not tell who is a client (P2-QSO-2).
   */
  Optional<DenialCode> denial(PartyId to, MedicalEmergency emergency) {
    refuseAnotherTime(emergency.at(), clock.instant());
    return emergency.judge(door.parties().byId(to)) instanceof Judgement.Deny(var code)
        ? Optional.of(code)
        : Optional.empty();
  }

  /**
   * Releases what there is no denial of.
   *
   * @param client the record that stands for the person
   */
  UUID breakGlass(Person person, Client client, PartyId to, MedicalEmergency emergency) {
    var id = UUID.randomUUID();
    var asked = asked(id, person.agency(), client, to, person.subject());
    var until = asked.now().plus(EmergencyAccess.READABLE_FOR);
    var access =
        EmergencyAccess.released(
            id, client.id(), to, emergency, asked.now(), person.subject(), until);
    accesses.add(person.agency(), access);
    var told = cards.ofPerson(person.agency(), client.id());
    door.releasing()
        .release(
            asked,
            MedicalEmergency.CITATION,
            Map.of(SET, EmergencySet.of(client.account(), told)),
            until);
    emergencies.released(person.agency(), access);
    return id;
  }

  /**
   * Writes down what was refused.
   *
   * @param client the record that stands for the person
   */
  void deny(AgencyId agency, Client client, RefusedEmergency refused) {
    var asked = asked(refused.id(), agency, client, refused.recipient(), refused.requestedBy());
    var access = EmergencyAccess.denied(client.id(), refused);
    accesses.add(agency, access);
    door.releasing().deny(asked, refused.denial().code());
    emergencies.denied(agency, access);
  }

  private ByLaw asked(UUID access, AgencyId agency, Client client, PartyId to, SubjectId by) {
    var head = door.ledger().lock(agency, client.id());
    return new ByLaw(
        head,
        head.now(clock),
        door.parties().byId(to),
        by,
        new Entry.Matter(EmergencyAccess.MATTER, access),
        Purpose.TREAT.code(),
        List.of(SET),
        "handed-on");
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
