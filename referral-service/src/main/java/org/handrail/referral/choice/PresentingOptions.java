package org.handrail.referral.choice;

import java.time.Clock;
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
import org.handrail.referral.gap.Unmet;
import org.handrail.referral.gap.UnmetNeeds;
import org.springframework.stereotype.Component;

/** Presents a client with a range of real options: at least two, where there are two. */
@Component
class PresentingOptions {
  static final ProblemType OPTIONS_DEFICIENT =
      ProblemType.of("options-deficient", 422, "A client chooses among real options");

  private final Directory directory;
  private final OptionSets sets;
  private final UnmetNeeds unmet;
  private final Clock clock;

  PresentingOptions(Directory directory, OptionSets sets, UnmetNeeds unmet, Clock clock) {
    this.directory = directory;
    this.sets = sets;
    this.unmet = unmet;
    this.clock = clock;
  }

  UUID present(Person by, UUID clientId, String need, List<UUID> services) {
    Map<UUID, ServiceListing> offered = new HashMap<>();
    directory.offered(services).forEach(listing -> offered.put(listing.id(), listing));
    var problem = Problem.of(OPTIONS_DEFICIENT);
    var seen = new HashSet<UUID>();
    var presented = new ArrayList<OptionSet.Presented>();
    for (int i = 0; i < services.size(); i++) {
      UUID id = services.get(i);
      ServiceListing listing = offered.get(id);
      if (listing == null) {
        problem = problem.error("/services/" + i, "service-unknown", "not offered at present");
      } else if (!seen.add(id)) {
        problem = problem.error("/services/" + i, "service-twice", "stands in the set already");
      } else {
        presented.add(new OptionSet.Presented(id, listing.name(), listing.organization()));
      }
    }
    if (presented.size() < 2 && directory.countFor(need) >= 2) {
      problem =
          problem.error("/services", "too-few-options", "the directory has at least two for this");
    }
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
    OptionSet set =
        new OptionSet(
            UUID.randomUUID(),
            clientId,
            need,
            presented,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            0);
    sets.add(by.agency(), by, set);
    if (presented.size() < 2) {
      unmet.note(by.agency(), clientId, need, Unmet.FEWER_THAN_TWO_OPTIONS);
    }
    return set.id();
  }
}
