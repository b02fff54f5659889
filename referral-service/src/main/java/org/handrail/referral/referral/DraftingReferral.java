package org.handrail.referral.referral;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Codes;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.choice.Choices;
import org.handrail.referral.directory.Directory;
import org.handrail.referral.directory.ServiceListing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes up a referral to the service that the client chose. */
@Component
class DraftingReferral {
  private final Referrals referrals;
  private final Directory directory;
  private final MergedRecords merged;
  private final ReferralEvents events;
  private final Clock clock;

  DraftingReferral(
      Referrals referrals,
      Directory directory,
      MergedRecords merged,
      ReferralEvents events,
      Clock clock) {
    this.referrals = referrals;
    this.directory = directory;
    this.merged = merged;
    this.events = events;
    this.clock = clock;
  }

  /** What the requester asks for. */
  record DraftReferral(
      Purpose purpose,
      List<Category> required,
      List<Category> optional,
      Urgency urgency,
      @Nullable String reason) {}

  UUID draft(Person by, Choices.Chosen chosen, DraftReferral wanted) {
    merged.requireUnmerged(chosen.clientId());
    checkCategories(wanted.purpose(), wanted.required(), wanted.optional());
    ServiceListing service = chosenService(chosen);
    Referral referral =
        new Referral(
            UUID.randomUUID(),
            by.agency(),
            partner(service, by.agency()),
            new Referral.Service(service.id(), service.name(), service.organization()),
            wanted.purpose(),
            wanted.urgency(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            null,
            List.of(),
            new Referral.Request(
                chosen.clientId(),
                chosen.optionSetId(),
                chosen.need(),
                codes(wanted.required()),
                codes(wanted.optional()),
                List.of(),
                wanted.reason(),
                by.subject(),
                null,
                null,
                null),
            List.of());
    referrals.add(referral, by.subject());
    events.drafted(referral);
    return referral.id();
  }

  private ServiceListing chosenService(Choices.Chosen chosen) {
    UUID id = chosen.chosenServiceId();
    if (id == null) {
      throw Refusal.of(ReferralProblems.CHOICE_MISSING);
    }
    return directory
        .offered(id)
        .orElseThrow(
            () ->
                Refusal.of(
                    ReferralProblems.PLACE_NOT_AVAILABLE,
                    "The service is not offered at present: let the client choose anew"));
  }

  /** Whom to refer to; who is no partner gets nothing: the client can go there by themselves. */
  private static AgencyId partner(ServiceListing service, AgencyId requester) {
    AgencyId agency = service.agency();
    if (agency == null || agency.equals(requester)) {
      throw Refusal.of(
          ReferralProblems.RECEIVER_NOT_PARTNER,
          agency == null
              ? "Give the client the information to go there by themselves"
              : "The service is your own agency's");
    }
    return agency;
  }

  /** Refuses what a referral with that purpose does not need. */
  static void checkCategories(Purpose purpose, List<Category> required, List<Category> optional) {
    Set<Category> allowed = purpose.mayAskFor();
    var seen = new HashSet<Category>();
    Problem problem =
        check(
            Problem.of(ReferralProblems.CATEGORIES_REFUSED), "/required/", required, allowed, seen);
    problem = check(problem, "/optional/", optional, allowed, seen);
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
  }

  private static Problem check(
      Problem problem, String at, List<Category> asked, Set<Category> allowed, Set<Category> seen) {
    Problem all = problem;
    for (int i = 0; i < asked.size(); i++) {
      Category category = asked.get(i);
      if (!allowed.contains(category)) {
        all =
            all.error(at + i, "category-outside-referral", "not for a referral with this purpose");
      } else if (!seen.add(category)) {
        all = all.error(at + i, "category-twice", "asked for already");
      }
    }
    return all;
  }

  private static List<String> codes(List<Category> categories) {
    return categories.stream().map(Codes::of).toList();
  }
}
