package org.handrail.client.pairing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.handrail.client.caseload.Availability;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.pairing.Matchings.Matching;
import org.handrail.client.specialist.Specialists;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who would suit a client's wish and can walk with them; both sides set the limits (R18). */
@Component
class FindingSpecialist {
  private static final int MOST = 20;

  private final Matchings matchings;
  private final Specialists specialists;
  private final Availability availability;
  private final Clock clock;

  FindingSpecialist(
      Matchings matchings, Specialists specialists, Availability availability, Clock clock) {
    this.matchings = matchings;
    this.specialists = specialists;
    this.availability = availability;
    this.clock = clock;
  }

  /**
   * Somebody who could walk with the client.
   *
   * @param fits what of the client's wish they offer
   */
  record Candidate(UUID specialistId, String name, List<String> languages, List<String> fits) {}

  UUID look(Reached client, Wish wish, @Nullable ActForm act) {
    if (wish.usesProtectedTraits() && act == null) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/act", "missing", "Only the client may choose by gender or culture."));
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var matching =
        new Matching(
            UUID.randomUUID(),
            client.id(),
            wish,
            act == null ? null : act.recordedBy(client.recorder(), now),
            client.by().subject(),
            now);
    matchings.add(client.agency(), matching);
    return matching.id();
  }

  /** Who suits best first; the order says nothing of the client. */
  List<Candidate> found(Reached client, UUID matching) {
    var wish =
        matchings.find(client.agency(), client.id(), matching).orElseThrow(NotFound::new).wish();
    return specialists.active(client.agency()).stream()
        .filter(
            specialist ->
                availability
                    .against(client.agency(), specialist, client.id(), Relation.PRIMARY)
                    .isEmpty())
        .map(
            specialist ->
                new Candidate(
                    specialist.id().value(),
                    specialist.entry().name(),
                    specialist.entry().languages(),
                    wish.fits(specialist)))
        .sorted(Comparator.comparingInt((Candidate it) -> it.fits().size()).reversed())
        .limit(MOST)
        .toList();
  }
}
