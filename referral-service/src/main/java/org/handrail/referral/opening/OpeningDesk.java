package org.handrail.referral.opening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.referral.choice.Choices;
import org.handrail.referral.directory.Directory;
import org.handrail.referral.directory.ServiceListing;
import org.handrail.referral.directory.Vocabulary;
import org.handrail.referral.referral.Referring;
import org.handrail.referral.referral.Urgency;
import org.springframework.stereotype.Component;

/** Lets the requester's assigned people at openings; for anybody else there is none. */
@Component
class OpeningDesk {
  private final Openings openings;
  private final OpeningNeed opening;
  private final Sources sources;
  private final Referring referring;
  private final Assignments assignments;

  OpeningDesk(
      Openings openings,
      OpeningNeed opening,
      Sources sources,
      Referring referring,
      Assignments assignments) {
    this.openings = openings;
    this.opening = opening;
    this.sources = sources;
    this.referring = referring;
    this.assignments = assignments;
  }

  /** What is read before anybody is asked. */
  @Component
  record Sources(
      Choices choices, Directory directory, Vocabulary vocabulary, Transactions transactions) {}

  UUID open(Person person, OpeningController.Open wanted, Submission submission) {
    Optional<Choices.Chosen> found =
        sources.transactions().reading(() -> sources.choices().find(wanted.optionSetId()));
    assignments.require(person, found.map(Choices.Chosen::clientId));
    Choices.Chosen chosen = found.orElseThrow(NotFound::new);
    sources
        .transactions()
        .run(
            () -> {
              // An option set of earlier days may have a need that nobody knows.
              sources.vocabulary().requireNeed(chosen.need());
              sources.vocabulary().requireArea(wanted.area());
            });
    referring.check(wanted.purpose(), wanted.required(), wanted.others());
    List<OpeningNeed.Asked> places =
        consented(person, wanted, chosen, places(person.agency(), chosen));
    if (places.isEmpty()) {
      throw Refusal.of(OpeningProblems.NO_PLACE_TO_ASK);
    }
    var need =
        new Referring.Need(
            chosen.clientId(),
            chosen.optionSetId(),
            chosen.need(),
            wanted.purpose(),
            wanted.urgency() == null ? Urgency.ROUTINE : wanted.urgency(),
            wanted.required(),
            wanted.others(),
            wanted.reason());
    return submission
        .create(
            () -> sources.choices().hold(need.optionSetId()).orElseThrow(NotFound::new),
            _ -> opening.open(person, need, wanted.area(), places))
        .id();
  }

  Opening show(Person person, UUID id) {
    Optional<Opening> found = sources.transactions().reading(() -> openings.find(id));
    assignments.require(person, found.map(opening -> opening.need().clientId()));
    return found.orElseThrow(NotFound::new);
  }

  /** The partners among the client's choices, one service of each. */
  private List<Referring.Place> places(AgencyId requester, Choices.Chosen chosen) {
    Map<UUID, ServiceListing> offered =
        sources.transactions().reading(() -> sources.directory().offered(chosen.ranked())).stream()
            .collect(Collectors.toMap(ServiceListing::id, Function.identity()));
    var places = new ArrayList<Referring.Place>();
    var asked = new HashSet<AgencyId>();
    for (UUID id : chosen.ranked()) {
      ServiceListing service = offered.get(id);
      AgencyId agency = service == null ? null : service.agency();
      if (service != null && agency != null && !agency.equals(requester) && asked.add(agency)) {
        places.add(new Referring.Place(id, service.name(), service.organization(), agency));
      }
    }
    return places;
  }

  /** Only where a consent names the place already: whoever claims it is told at once. */
  private List<OpeningNeed.Asked> consented(
      Person person,
      OpeningController.Open wanted,
      Choices.Chosen chosen,
      List<Referring.Place> places) {
    var who = new OnBehalfOf(person.subject(), person.agency());
    var consented = new ArrayList<OpeningNeed.Asked>();
    for (Referring.Place place : places) {
      var hearing =
          referring.hearing(
              chosen.clientId(), place.agency(), wanted.purpose(), chosen.need(), who);
      if (hearing == null) {
        throw Refusal.of(Problems.UNAVAILABLE);
      }
      String told = hearing.told();
      if (told != null) {
        consented.add(new OpeningNeed.Asked(place, told));
      }
    }
    return consented;
  }
}
