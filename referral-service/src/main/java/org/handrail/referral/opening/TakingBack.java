package org.handrail.referral.opening;

import java.time.Clock;
import java.time.Instant;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes back what places were asked, where nothing may go there any more. */
@Component
class TakingBack {
  private final Offers offers;
  private final Ends ends;
  private final Attention attention;
  private final Clock clock;

  TakingBack(Offers offers, Ends ends, Attention attention, Clock clock) {
    this.offers = offers;
    this.ends = ends;
    this.attention = attention;
    this.clock = clock;
  }

  /**
   * In the requester's open transaction; whoever opened it is told when nobody is left to claim it.
   *
   * @param place from which it is taken back; from all if absent
   */
  void takeBack(AgencyId requester, Opening opening, @Nullable AgencyId place) {
    Instant now = clock.instant();
    if (place != null) {
      offers.gone(opening.id(), place, now);
    }
    boolean nobodyLeft =
        place == null || offers.of(opening.id()).stream().noneMatch(Opening.Offer::isOpen);
    if (nobodyLeft && ends.withdraw(opening.id(), requester, opening.openedBy(), now)) {
      offers.gone(opening.id(), now);
      attention.ask(
          requester,
          opening.openedBy(),
          new Attention.Matter("opening-stopped", "opening", opening.id()));
    }
  }
}
