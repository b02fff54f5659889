package org.handrail.referral.choice;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.handrail.referral.choice.OptionMatch.Criterion;
import org.handrail.referral.directory.Eligibility;
import org.handrail.referral.directory.Fit;
import org.handrail.referral.directory.Languages;
import org.handrail.referral.directory.Seeker;
import org.handrail.referral.directory.ServiceFacts;
import org.handrail.referral.directory.ServiceListing;
import org.jspecify.annotations.Nullable;

/**
 * Says of an option what fits, what does not and what nobody knows, and puts options in an order
 * that anybody can work out again. Who pays whom plays no part in it, nor does what somebody thinks
 * of the client.
 */
final class Matching {
  /** How options are put in order, by what comes first. */
  static final List<String> ORDER = List.of("fewest-no", "most-yes", "name");

  private Matching() {}

  /** An option and what is known of it. */
  record Matched(ServiceListing listing, List<OptionMatch> matches) {
    private long count(Fit fit) {
      return matches.stream().filter(match -> match.fit() == fit).count();
    }
  }

  static final Comparator<Matched> IN_ORDER =
      comparingLong((Matched option) -> option.count(Fit.NO))
          .thenComparing(comparingLong((Matched option) -> option.count(Fit.YES)).reversed())
          .thenComparing(comparing((Matched option) -> option.listing().name()))
          .thenComparing(comparing((Matched option) -> option.listing().id()));

  /**
   * @param need whether it is for what the client needs
   */
  static Matched of(Fit need, Wishes wishes, ServiceListing listing, @Nullable ServiceFacts facts) {
    var matches = new ArrayList<OptionMatch>();
    matches.add(match(listing, Criterion.NEED, need));
    taken(listing, Criterion.AGE, wishes.ofAge(), facts).ifPresent(matches::add);
    taken(listing, Criterion.ELIGIBLE, wishes.ofWhatElseWasSaid(), facts).ifPresent(matches::add);
    String language = wishes.language();
    if (language != null) {
      matches.add(match(listing, Criterion.LANGUAGE, language(language, facts)));
    }
    matches.add(
        match(
            listing,
            Criterion.CONFIRMED_LATELY,
            facts == null ? Fit.UNKNOWN : facts.confirmedLately()));
    matches.add(match(listing, Criterion.TAKES_REFERRALS, fit(listing.agency() != null)));
    return new Matched(listing, List.copyOf(matches));
  }

  /** Nothing where nothing was said of the client in this respect. */
  private static Optional<OptionMatch> taken(
      ServiceListing listing, Criterion criterion, Seeker client, @Nullable ServiceFacts facts) {
    if (client.saysNothing()) {
      return Optional.empty();
    }
    Fit fit = facts == null ? Fit.UNKNOWN : Eligibility.of(client, facts.takes()).match();
    return Optional.of(match(listing, criterion, fit));
  }

  private static Fit language(String language, @Nullable ServiceFacts facts) {
    return facts == null ? Fit.UNKNOWN : Languages.spoken(language, facts.languages());
  }

  private static OptionMatch match(ServiceListing listing, Criterion criterion, Fit fit) {
    return new OptionMatch(listing.id(), criterion, fit);
  }

  private static Fit fit(boolean fits) {
    return fits ? Fit.YES : Fit.NO;
  }
}
