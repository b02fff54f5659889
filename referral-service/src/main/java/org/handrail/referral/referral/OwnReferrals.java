package org.handrail.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.PagePlace;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Referrals of the current agency, as other features may know them: what its people see. */
@Component
public class OwnReferrals {
  private static final int PAGE = 100;

  private final Referrals referrals;
  private final ReferralLists lists;

  OwnReferrals(Referrals referrals, ReferralLists lists) {
    this.referrals = referrals;
    this.lists = lists;
  }

  /**
   * A referral that the current agency made for one of its clients.
   *
   * @param deliveredAt when the receiver may first have known of the person
   * @param disclosureId absent until the door released it
   * @param categories what was released, by their codes
   * @param arrivedAt when the person came, if that came back through the door
   * @param missedAt when the person did not come, if that came back and nothing else since
   * @param missedBefore when the person did not come, if the place has set another time since
   * @param followedUp whether the person is still asked how it goes: that ends with the referral,
   *     unless it was completed
   */
  public record Own(
      UUID id,
      UUID clientId,
      UUID serviceId,
      String service,
      String organization,
      AgencyId receiver,
      String purpose,
      @Nullable Instant deliveredAt,
      @Nullable UUID disclosureId,
      List<String> categories,
      @Nullable Instant arrivedAt,
      @Nullable Instant missedAt,
      @Nullable Instant missedBefore,
      boolean ended,
      boolean followedUp) {

    public boolean delivered() {
      return disclosureId != null;
    }
  }

  public Optional<Own> find(UUID id) {
    return referrals.find(id).flatMap(OwnReferrals::own);
  }

  /** The same, and no answer arrives until the transaction ends. */
  public Optional<Own> hold(UUID id) {
    return referrals.lock(id).flatMap(OwnReferrals::own);
  }

  /** Whether that referral was delivered to the current agency. */
  public boolean received(UUID id, AgencyId agency) {
    return referrals.find(id).filter(r -> r.partyOf(agency) == Party.RECEIVER).isPresent();
  }

  /**
   * All of a client and of records merged with theirs, the newest first, as far as the person is
   * assigned.
   */
  public List<Own> of(Person person, UUID clientId) {
    var all = new ArrayList<Own>();
    var sought = new ReferralLists.Sought(clientId, null, null, null);
    PagePlace after = null;
    List<Referral> page;
    do {
      page = lists.out(person, sought, after, PAGE);
      page.forEach(referral -> own(referral).ifPresent(all::add));
      after = page.isEmpty() ? null : place(page.getLast());
    } while (page.size() == PAGE);
    return all;
  }

  private static PagePlace place(Referral last) {
    return new PagePlace(last.createdAt(), last.id());
  }

  private static Optional<Own> own(Referral r) {
    Referral.Request request = r.request();
    if (request == null) {
      return Optional.empty();
    }
    var seen = r.seenBy(Party.REQUESTER);
    return Optional.of(
        new Own(
            r.id(),
            request.clientId(),
            r.service().id(),
            r.service().name(),
            r.service().organization(),
            r.receiver(),
            r.purpose().name(),
            r.deliveredAt(),
            r.disclosureId(),
            r.categories(),
            seen.arrivedAt().orElse(null),
            Term.REOFFER.waits(seen) ? seen.lastAt(Step.MISSED).orElse(null) : null,
            seen.standing().businessStatus() == BusinessStatus.INTAKE_SCHEDULED
                ? seen.lastAt(Step.MISSED).orElse(null)
                : null,
            seen.standing().status().ended(),
            Term.FOLLOW_UP.waits(seen)));
  }
}
