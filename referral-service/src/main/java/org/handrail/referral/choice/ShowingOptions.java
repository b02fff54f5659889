package org.handrail.referral.choice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.ActView;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.capacity.Availability;
import org.springframework.stereotype.Component;

/** Puts together what is shown of an option set. */
@Component
class ShowingOptions {
  private final OptionSets sets;
  private final OptionMatches matches;
  private final ClientsWishes wishes;
  private final Agreements agreements;
  private final Availability availability;
  private final Transactions transactions;

  ShowingOptions(
      OptionSets sets,
      OptionMatches matches,
      ClientsWishes wishes,
      Agreements agreements,
      Availability availability,
      Transactions transactions) {
    this.sets = sets;
    this.matches = matches;
    this.wishes = wishes;
    this.agreements = agreements;
    this.availability = availability;
    this.transactions = transactions;
  }

  Optional<OptionSet> find(UUID id) {
    return transactions.reading(() -> sets.show(id));
  }

  OptionDetails details(OptionSet set) {
    return transactions.reading(
        () -> {
          List<OptionMatch> told = matches.of(set.id());
          return new OptionDetails(
              told.isEmpty() ? List.of() : Matching.ORDER,
              set.services().size() == 1 ? "no-other-offered" : null,
              OptionDetails.fits(set, told),
              availability.of(set.serviceIds()),
              wishes.none(set.id()).map(ActView::of).orElse(null),
              wishes.selfReferrals(set.id()).stream()
                  .map(
                      wish ->
                          new OptionDetails.SelfReferralView(
                              wish.serviceId(), ActView.of(wish.act())))
                  .toList(),
              agreements.of(set.id()).map(OptionDetails.AgreementView::of).orElse(null));
        });
  }
}
