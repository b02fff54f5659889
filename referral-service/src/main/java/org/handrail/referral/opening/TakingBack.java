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

  /** None of the places takes anybody any more. */
  static final String CLOSED = "opening-places-closed";

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
   * @param which of what places were asked
   * @param code by which they are told why
   */
  void takeBack(AgencyId requester, Opening opening, Predicate<Opening.Offer> which, String code) {
    openings.hold(opening.id());
    Instant now = clock.instant();
    List<Opening.Offer> asked =
        offers.of(opening.id()).stream().filter(Opening.Offer::isOpen).toList();
    List<Opening.Offer> gone = asked.stream().filter(which).toList();
    gone.forEach(offer -> offers.gone(offer, now));
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
