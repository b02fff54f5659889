package org.handrail.referral.gap;

import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Codes;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.Vocabulary;
import org.handrail.referral.gap.Opportunity.OpportunityState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts opportunities, and decides whether they are published. Whoever posted is told what becomes
 * of it by somebody else.
 */
@Component
class Posting {
  // In years: what goes on longer is posted anew.
  private static final int LONGEST_AHEAD = 2;
  private static final int LONGEST_UNDER_WAY = 1;

  private final Opportunities opportunities;
  private final Vocabulary vocabulary;
  private final Attention attention;

  Posting(Opportunities opportunities, Vocabulary vocabulary, Attention attention) {
    this.opportunities = opportunities;
    this.vocabulary = vocabulary;
    this.attention = attention;
  }

  UUID post(Person by, Opportunity wanted) {
    Problem problem = Problem.of(ReviewProblems.REVIEW_DEFICIENT);
    if (wanted.endsOn().isBefore(wanted.startsOn())) {
      problem = problem.error("/endsOn", "before-start", "it ends on its first day or later");
    }
    if (wanted.startsOn().isBefore(opportunities.today().minusYears(LONGEST_UNDER_WAY))) {
      problem = problem.error("/startsOn", "too-long-ago", "more than a year ago: it was a slip");
    }
    if (wanted.endsOn().isBefore(opportunities.today())) {
      problem = problem.error("/endsOn", "in-past", "it is over");
    }
    if (wanted.endsOn().isAfter(opportunities.today().plusYears(LONGEST_AHEAD))) {
      problem =
          problem.error("/endsOn", "too-far-ahead", "nobody knows that now; post it again then");
    }
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
    vocabulary.requireArea(wanted.area());
    opportunities.add(by, wanted);
    return wanted.id();
  }

  /** As somebody else than who posted it; also what is published can be declined still. */
  UUID review(
      Person reviewer, Opportunity posted, OpportunityState to, @Nullable WhyDeclined reason) {
    if (opportunities.isOf(reviewer, posted.id())) {
      throw Refusal.of(ReviewProblems.OWN_REVIEW);
    }
    if (!isOpen(posted) || to == posted.state()) {
      throw Refusal.of(ReviewProblems.REVIEWED_ALREADY);
    }
    if ((to == OpportunityState.DECLINED) != (reason != null)) {
      throw Refusal.of(
          Problem.of(ReviewProblems.REVIEW_DEFICIENT)
              .error("/reason", "reason-unfit", "declined needs one, nothing else does"));
    }
    opportunities.move(posted.id(), to, reason);
    tell(reviewer, posted.id(), to);
    return posted.id();
  }

  /** Also what is published can be taken back. */
  UUID withdraw(Person by, Opportunity posted) {
    if (!isOpen(posted)) {
      throw Refusal.of(ReviewProblems.REVIEWED_ALREADY);
    }
    opportunities.move(posted.id(), OpportunityState.WITHDRAWN, null);
    tell(by, posted.id(), OpportunityState.WITHDRAWN);
    return posted.id();
  }

  private static boolean isOpen(Opportunity posted) {
    return posted.state() == OpportunityState.PROPOSED
        || posted.state() == OpportunityState.PUBLISHED;
  }

  private void tell(Person by, UUID id, OpportunityState became) {
    if (!opportunities.isOf(by, id)) {
      Opportunities.Poster poster = opportunities.poster(id);
      attention.ask(
          poster.agency(),
          poster.subject(),
          new Attention.Matter("opportunity-" + Codes.of(became), "opportunity", id));
    }
  }
}
