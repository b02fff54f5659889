package org.handrail.referral.choice;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.handrail.referral.choice.OptionMatch.Criterion;
import org.handrail.referral.choice.OptionMatch.Fit;
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

  private static final int LATELY = 90;

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
  static Matched of(
      Fit need,
      Wishes wishes,
      ServiceListing listing,
      @Nullable ServiceFacts facts,
      LocalDate today) {
    var matches = new ArrayList<OptionMatch>();
    matches.add(match(listing, Criterion.NEED, need));
    Integer age = wishes.age();
    if (age != null) {
      matches.add(match(listing, Criterion.AGE, age(age, facts)));
    }
    String language = wishes.language();
    if (language != null) {
      matches.add(match(listing, Criterion.LANGUAGE, language(language, facts)));
    }
    matches.add(match(listing, Criterion.CONFIRMED_LATELY, lately(facts, today)));
    matches.add(match(listing, Criterion.TAKES_REFERRALS, fit(listing.agency() != null)));
    return new Matched(listing, List.copyOf(matches));
  }

  private static Fit age(int age, @Nullable ServiceFacts facts) {
    Double from = facts == null ? null : facts.minimumAge();
    Double to = facts == null ? null : facts.maximumAge();
    if (from == null && to == null) {
      return Fit.UNKNOWN;
    }
    return fit((from == null || age >= from) && (to == null || age <= to));
  }

  private static Fit language(String language, @Nullable ServiceFacts facts) {
    return facts == null || facts.languages().isEmpty()
        ? Fit.UNKNOWN
        : fit(facts.languages().contains(language));
  }

  private static Fit lately(@Nullable ServiceFacts facts, LocalDate today) {
    LocalDate assured = facts == null ? null : facts.assuredDate();
    return assured == null ? Fit.UNKNOWN : fit(!assured.isBefore(today.minusDays(LATELY)));
  }

  private static OptionMatch match(ServiceListing listing, Criterion criterion, Fit fit) {
    return new OptionMatch(listing.id(), criterion, fit);
  }

  private static Fit fit(boolean fits) {
    return fits ? Fit.YES : Fit.NO;
  }
}
