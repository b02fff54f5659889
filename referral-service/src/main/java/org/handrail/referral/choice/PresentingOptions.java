package org.handrail.referral.choice;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.Directory;
import org.handrail.referral.directory.Fit;
import org.handrail.referral.directory.ServiceFacts;
import org.handrail.referral.directory.ServiceListing;
import org.handrail.referral.directory.ServicePages;
import org.handrail.referral.gap.Unmet;
import org.handrail.referral.gap.UnmetNeeds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Presents a client with a range of real options, at least two where there are two, each with what
 * speaks for it and what nobody knows. What is for something else is no option, unless the client
 * asked for it by name: then it is shown as what it is, and the others must be there all the same.
 */
@Component
class PresentingOptions {
  static final ProblemType OPTIONS_DEFICIENT =
      ProblemType.of("options-deficient", 422, "A client chooses among real options");

  private final Directory directory;
  private final ServicePages pages;
  private final OptionSets sets;
  private final MergedRecords merged;
  private final OptionMatches matches;
  private final UnmetNeeds unmet;
  private final Clock clock;

  PresentingOptions(
      Directory directory,
      ServicePages pages,
      OptionSets sets,
      MergedRecords merged,
      OptionMatches matches,
      UnmetNeeds unmet,
      Clock clock) {
    this.directory = directory;
    this.pages = pages;
    this.sets = sets;
    this.merged = merged;
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
    merged.requireUnmerged(clientId);
    Map<ServiceListing, Fit> real = real(need, services, wishes);
    Map<UUID, ServiceFacts> facts = pages.facts(services);
    List<Matching.Matched> options =
        real.entrySet().stream()
            .map(
                option ->
                    Matching.of(
                        option.getValue(),
                        wishes,
                        option.getKey(),
                        facts.get(option.getKey().id())))
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
    if (real.values().stream().filter(fit -> fit != Fit.NO).count() < 2) {
      unmet.note(by.agency(), clientId, set.id(), need, services, Unmet.FEWER_THAN_TWO_OPTIONS);
    }
    return set.id();
  }

  private static OptionSet.Presented told(ServiceListing listing) {
    return new OptionSet.Presented(listing.id(), listing.name(), listing.organization());
  }

  /** Those that can be put before the client, and whether each is for what they need. */
  private Map<ServiceListing, Fit> real(String need, List<UUID> services, Wishes wishes) {
    Map<UUID, ServiceListing> offered = new HashMap<>();
    directory.offered(services).forEach(listing -> offered.put(listing.id(), listing));
    Set<UUID> forSomethingElse = directory.forSomethingElse(need, services);
    var problem = Problem.of(OPTIONS_DEFICIENT);
    var seen = new HashSet<UUID>();
    var real = new LinkedHashMap<ServiceListing, Fit>();
    for (int i = 0; i < services.size(); i++) {
      UUID id = services.get(i);
      ServiceListing listing = offered.get(id);
      if (listing == null) {
        problem = problem.error("/services/" + i, "service-unknown", "not offered at present");
      } else if (!seen.add(id)) {
        problem = problem.error("/services/" + i, "service-twice", "stands in the set already");
      } else if (forSomethingElse.contains(id) && !wishes.names(id)) {
        problem =
            problem.error(
                "/services/" + i,
                "service-not-for-need",
                "it is for something else; among wishes.services if the client named it");
      } else {
        real.put(listing, fit(need, listing, forSomethingElse));
      }
    }
    for (int i = 0; i < wishes.named().size(); i++) {
      if (!seen.contains(wishes.named().get(i))) {
        problem =
            problem.error(
                "/wishes/services/" + i, "service-not-presented", "It is not among these options.");
      }
    }
    long fitting = real.values().stream().filter(fit -> fit == Fit.YES).count();
    if (fitting < Math.min(2, directory.countFor(need))) {
      problem =
          problem.error("/services", "too-few-options", "the directory has more that are for this");
    }
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
    return real;
  }

  private static Fit fit(String need, ServiceListing listing, Set<UUID> forSomethingElse) {
    if (listing.needs().contains(need)) {
      return Fit.YES;
    }
    return forSomethingElse.contains(listing.id()) ? Fit.NO : Fit.UNKNOWN;
  }
}
