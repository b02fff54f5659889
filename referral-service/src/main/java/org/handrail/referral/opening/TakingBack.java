package org.handrail.referral.opening;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.referral.referral.WhoHears;
import org.springframework.stereotype.Component;

/** Takes back what places were asked, where nothing may go there any more. */
@Component
class TakingBack {
  /** What the client allows leaves nobody to be asked. */
  static final String STOPPED = "opening-stopped";

  private final Openings openings;
  private final Offers offers;
  private final Ends ends;
  private final WhoHears hears;
  private final Clock clock;

  TakingBack(Openings openings, Offers offers, Ends ends, WhoHears hears, Clock clock) {
    this.openings = openings;
    this.offers = offers;
    this.ends = ends;
    this.hears = hears;
    this.clock = clock;
  }

  /**
   * In the requester's open transaction; those at the client's side are told when nobody is left to
   * claim it.
   *
   * @param from whether it is taken back from that place
   * @param code by which they are told why
   */
  void takeBack(AgencyId requester, Opening opening, Predicate<AgencyId> from, String code) {
    openings.hold(opening.id());
    Instant now = clock.instant();
    List<AgencyId> asked =
        offers.of(opening.id()).stream()
            .filter(Opening.Offer::isOpen)
            .map(offer -> offer.place().agency())
            .distinct()
            .toList();
    List<AgencyId> gone = asked.stream().filter(from).toList();
    gone.forEach(place -> offers.gone(opening.id(), place, now));
    if (gone.size() == asked.size()
        && ends.withdraw(opening.id(), requester, opening.openedBy(), now)) {
      hears.ask(
          requester,
          opening.need().clientId(),
          opening.openedBy(),
          new Attention.Matter(code, "opening", opening.id()));
    }
  }
}
