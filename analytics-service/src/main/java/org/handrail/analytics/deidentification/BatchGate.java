package org.handrail.analytics.deidentification;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.analytics.deidentification.Told.Happening;
import org.handrail.analytics.deidentification.Told.Link;

/**
 * Lets happenings out only in company, so that what comes out at a moment is about nobody in
 * particular and about no agency's caseload: together at least 11 people and 3 agencies.
 */
final class BatchGate {

  static final int PEOPLE = 11;
  static final int AGENCIES = 3;

  private BatchGate() {}

  /**
   * All that may go out together, or nothing.
   *
   * <p>What cannot be said to be somebody's yet neither counts nor goes: it waits.
   */
  static List<Happening> open(List<Happening> waiting, Function<UUID, Optional<Link>> recordOf) {
    var ready = waiting.stream().filter(one -> recordOf.apply(one.client()).isPresent()).toList();
    var people = new HashSet<UUID>();
    var agencies = new HashSet<String>();
    for (var happening : ready) {
      recordOf
          .apply(happening.client())
          .ifPresent(
              link -> {
                people.add(link.person());
                agencies.add(link.agency());
              });
    }
    return people.size() >= PEOPLE && agencies.size() >= AGENCIES ? ready : List.of();
  }
}
