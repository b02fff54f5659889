package org.handrail.referral.choice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.Directory;
import org.handrail.referral.directory.ServiceListing;
import org.handrail.referral.directory.ServicePages;
import org.handrail.referral.gap.Unmet;
import org.handrail.referral.gap.UnmetNeeds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Presents a client with a range of real options, at least two where there are two, each with what
 * speaks for it and what nobody knows.
 */
@Component
class PresentingOptions {
  static final ProblemType OPTIONS_DEFICIENT =
      ProblemType.of("options-deficient", 422, "A client chooses among real options");

  private final Directory directory;
  private final ServicePages pages;
  private final OptionSets sets;
  private final OptionMatches matches;
  private final UnmetNeeds unmet;
  private final Clock clock;

  PresentingOptions(
      Directory directory,
      ServicePages pages,
      OptionSets sets,
      OptionMatches matches,
      UnmetNeeds unmet,
      Clock clock) {
    this.directory = directory;
    this.pages = pages;
    this.sets = sets;
    this.matches = matches;
    this.unmet = unmet;
    this.clock = clock;
  }

  UUID present(
      Person by,
      UUID clientId,
      String need,
      @Nullable Barrier barrier,
      List<UUID> services,
      Wishes wishes) {
    List<Matching.Matched> options =
        real(need, services).stream()
            .map(listing -> matched(need, wishes, listing))
            .sorted(Matching.IN_ORDER)
            .toList();
    OptionSet set =
        new OptionSet(
            UUID.randomUUID(),
            clientId,
            need,
            barrier,
            options.stream().map(Matching.Matched::listing).map(PresentingOptions::told).toList(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            0);
    sets.add(by.agency(), by, set);
    options.stream()
        .flatMap(option -> option.matches().stream())
        .forEach(match -> matches.add(by.agency(), set.id(), match));
    if (options.size() < 2) {
      unmet.note(by.agency(), clientId, need, Unmet.FEWER_THAN_TWO_OPTIONS);
    }
    return set.id();
  }

  private Matching.Matched matched(String need, Wishes wishes, ServiceListing listing) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Matching.of(need, wishes, listing, pages.facts(listing.id()).orElse(null), today);
  }

  private static OptionSet.Presented told(ServiceListing listing) {
    return new OptionSet.Presented(listing.id(), listing.name(), listing.organization());
  }

  private List<ServiceListing> real(String need, List<UUID> services) {
    Map<UUID, ServiceListing> offered = new HashMap<>();
    directory.offered(services).forEach(listing -> offered.put(listing.id(), listing));
    var problem = Problem.of(OPTIONS_DEFICIENT);
    var seen = new HashSet<UUID>();
    var presented = new ArrayList<ServiceListing>();
    for (int i = 0; i < services.size(); i++) {
      UUID id = services.get(i);
      ServiceListing listing = offered.get(id);
      if (listing == null) {
        problem = problem.error("/services/" + i, "service-unknown", "not offered at present");
      } else if (!seen.add(id)) {
        problem = problem.error("/services/" + i, "service-twice", "stands in the set already");
      } else {
        presented.add(listing);
      }
    }
    if (presented.size() < 2 && directory.countFor(need) >= 2) {
      problem =
          problem.error("/services", "too-few-options", "the directory has at least two for this");
    }
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
    return presented;
  }
}
