package org.handrail.referral.opening;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Codes;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.choice.PersonsNeeds;
import org.handrail.referral.referral.Referring;
import org.handrail.referral.referral.Urgency;
import org.springframework.stereotype.Component;

/** Asks the places of a client's choice who can take somebody, without saying whom. */
@Component
class OpeningNeed {
  private final Openings openings;
  private final PersonsNeeds needs;
  private final Referring referring;
  private final Attention attention;
  private final OpeningClock clock;
  private final Clock time;

  OpeningNeed(
      Openings openings,
      PersonsNeeds needs,
      Referring referring,
      Attention attention,
      OpeningClock clock,
      Clock time) {
    this.needs = needs;
    this.openings = openings;
    this.referring = referring;
    this.attention = attention;
    this.clock = clock;
    this.time = time;
  }

  /**
   * A place, and what it is told of the need: no more than the door would tell it (P2-CON-7).
   *
   * @param need as the door's register has it for that place
   */
  record Asked(Referring.Place place, String need) {}

  /** As precise as it is kept. */
  Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * The option set is held: its places are asked once at a time.
   *
   * @param now before the door was first asked: what the client takes back since is heard
   */
  UUID open(Person by, Referring.Need need, String area, List<Asked> places, Instant now) {
    PersonsNeeds.Held held = needs.hold(need.clientId(), need.need());
    openings
        .mayBeClaimed(held)
        .ifPresent(
            underWay -> {
              throw Refusal.of(
                  Problem.of(OpeningProblems.OPENING_UNDER_WAY).with("openingId", underWay));
            });
    referring.requireNoneUnderWay(need.optionSetId(), held);
    UUID id = UUID.randomUUID();
    List<Opening.Offer> offers =
        places.stream()
            .map(
                asked ->
                    new Opening.Offer(
                        UUID.randomUUID(),
                        id,
                        asked.place(),
                        asked.need(),
                        area,
                        need.urgency().name(),
                        now,
                        null,
                        null))
            .toList();
    var opening =
        new Opening(
            id, need, area, by.subject(), now, clock.end(need.urgency(), now), false, null, offers);
    openings.add(by.agency(), opening);
    clock.windUp(by.agency(), opening);
    for (Opening.Offer offer : offers) {
      attention.ask(
          offer.place().agency(),
          Role.INTAKE_COORDINATOR,
          new Attention.Matter("opening-offered", "opening-offer", offer.id()));
    }
    return id;
  }

  static String code(Opening.Offer offer) {
    return Codes.of(Urgency.valueOf(offer.urgency()));
  }
}
