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
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.referral.Referring;
import org.handrail.referral.referral.Urgency;
import org.springframework.stereotype.Component;

/** Asks the places of a client's choice who can take somebody, without saying whom. */
@Component
class OpeningNeed {
  private final Openings openings;
  private final Attention attention;
  private final Clock clock;

  OpeningNeed(Openings openings, Attention attention, Clock clock) {
    this.openings = openings;
    this.attention = attention;
    this.clock = clock;
  }

  /** The option set is held: its places are asked once at a time. */
  UUID open(Person by, Referring.Need need, String area, List<Referring.Place> places) {
    if (openings.isOpenFor(need.optionSetId())) {
      throw Refusal.of(OpeningProblems.OPENING_UNDER_WAY);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID id = UUID.randomUUID();
    List<Opening.Offer> offers =
        places.stream()
            .map(
                place ->
                    new Opening.Offer(
                        UUID.randomUUID(),
                        id,
                        place,
                        need.need(),
                        area,
                        need.urgency().name(),
                        now,
                        null,
                        null))
            .toList();
    openings.add(by.agency(), new Opening(id, need, area, by.subject(), now, false, null, offers));
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
