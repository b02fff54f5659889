package org.handrail.referral.referral;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.PagePlace;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.referral.lifecycle.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody's agency sent, or what it was sent. */
@Component
class ListingReferrals {
  private final ReferralLists lists;
  private final Access access;

  ListingReferrals(ReferralLists lists, Access access) {
    this.lists = lists;
    this.access = access;
  }

  ReferralController.Page list(
      Person person,
      ReferralView.Direction direction,
      ReferralLists.Sought sought,
      int limit,
      @Nullable String after) {
    PagePlace place = after == null ? null : PagePlace.read(after);
    boolean out = direction == ReferralView.Direction.OUT;
    check(person, out, sought);
    var page =
        access
            .transactions()
            .reading(
                () ->
                    Slice.of(
                        limit,
                        most ->
                            out
                                ? lists.out(person, sought, place, most)
                                : lists.in(person.agency(), sought, place, most),
                        last -> cursor(last, out)));
    Party party = out ? Party.REQUESTER : Party.RECEIVER;
    return new ReferralController.Page(
        page.as(r -> ReferralView.of(r, party, null, ReferralDesk.mayAct(person, party))).items(),
        page.next());
  }

  private void check(Person person, boolean out, ReferralLists.Sought sought) {
    if (!person.hasAny(out ? ReferralDesk.REQUESTING : Set.of(Role.INTAKE_COORDINATOR))) {
      throw Refusal.of(Problems.ROLE_NOT_ALLOWED);
    }
    UUID client = sought.clientId();
    if (client == null) {
      return;
    }
    if (!out) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .parameter("clientId", "contradictory", "It goes with direction=out"));
    }
    access.assignments().require(person, client);
  }

  private static String cursor(Referral last, boolean out) {
    Instant at = out || last.deliveredAt() == null ? last.createdAt() : last.deliveredAt();
    return new PagePlace(at, last.id()).cursor();
  }
}
