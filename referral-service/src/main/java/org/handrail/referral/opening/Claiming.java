package org.handrail.referral.opening;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Ends an opening: of all who try at the same time one has it. */
@Component
class Claiming {
  private final Openings openings;
  private final Offers offers;
  private final Ends ends;
  private final Clock clock;

  Claiming(Openings openings, Offers offers, Ends ends, Clock clock) {
    this.openings = openings;
    this.offers = offers;
    this.ends = ends;
    this.clock = clock;
  }

  /** For the place that was asked; who it is about, the door tells it afterwards. */
  UUID claim(Person by, Opening.Offer offer) {
    Instant now = now();
    if (!offer.isOpen() || !ends.claim(offer, by.subject(), now)) {
      throw Refusal.of(OpeningProblems.OPENING_GONE);
    }
    offers.claimed(offer.id(), now);
    return offer.id();
  }

  /** For the requester, as long as nobody has claimed it. */
  UUID withdraw(Person by, Opening opening) {
    openings.hold(opening.id());
    Instant now = now();
    // The offers first, as whoever claims holds one before it ends the opening.
    offers.gone(opening.id(), now);
    if (!ends.withdraw(opening.id(), by.agency(), by.subject(), now)) {
      throw Refusal.of(OpeningProblems.OPENING_GONE);
    }
    return opening.id();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
