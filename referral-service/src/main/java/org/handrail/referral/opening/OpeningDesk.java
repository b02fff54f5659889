package org.handrail.referral.opening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.PagePlace;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the requester's assigned people at openings; for anybody else there is none. */
@Component
class OpeningDesk {
  private final Openings openings;
  private final OpeningNeed opening;
  private final JudgingAnew judging;
  private final Sources sources;
  private final Referring referring;
  private final Assignments assignments;
  private final MergedRecords merged;

  OpeningDesk(
      Openings openings,
      OpeningNeed opening,
      JudgingAnew judging,
      Sources sources,
      Referring referring,
      Assignments assignments,
      MergedRecords merged) {
    this.openings = openings;
    this.opening = opening;
    this.judging = judging;
    this.sources = sources;
    this.referring = referring;
    this.assignments = assignments;
    this.merged = merged;
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
    return submission
        .earlier()
        .map(Submission.Outcome::id)
        .orElseGet(() -> openAnew(person, chosen, wanted, submission));
  }

  private UUID openAnew(
      Person person, Choices.Chosen chosen, OpeningController.Open wanted, Submission submission) {
    sources
        .transactions()
        .run(
            () -> {
              merged.requireUnmerged(chosen.clientId());
              // An option set of earlier days may have a need that nobody knows.
              sources.vocabulary().requireNeed(chosen.need());
              sources.vocabulary().requireArea(wanted.area());
            });
    referring.check(wanted.purpose(), wanted.required(), wanted.others());
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
    Instant asking = opening.now();
    List<OpeningNeed.Asked> places = consented(person, need, places(person.agency(), chosen));
    Submission.Outcome opened =
        submission.create(
            () -> sources.choices().hold(need.optionSetId()).orElseThrow(NotFound::new),
            _ -> {
              merged.requireUnmerged(chosen.clientId());
              return opening.open(person, need, wanted.area(), places, asking);
            });
    if (!opened.replayed()) {
      judging.judgeAll(person.agency(), opened.id());
    }
    return opened.id();
  }

  /** Those of a client, whichever record they were opened on, the newest first. */
  Slice<Opening, String> page(Person person, UUID clientId, @Nullable PagePlace after, int limit) {
    assignments.require(person, clientId);
    return sources
        .transactions()
        .reading(
            () ->
                Slice.of(
                    limit,
                    most -> openings.page(merged.ofPerson(person, clientId), after, most),
                    last -> new PagePlace(last.openedAt(), last.id()).cursor()));
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

  /**
   * Only where the client's consents let the referral go and its answers come back already: whoever
   * claims it is told at once.
   */
  private List<OpeningNeed.Asked> consented(
      Person person, Referring.Need need, List<Referring.Place> places) {
    var who = new OnBehalfOf(person.subject(), person.agency());
    var consented = new ArrayList<OpeningNeed.Asked>();
    Problem none = Problem.of(OpeningProblems.NO_PLACE_TO_ASK);
    for (Referring.Place place : places) {
      switch (referring.hearing(need, place.agency(), who)) {
        case Referring.Hearing.Told(String told) ->
            consented.add(new OpeningNeed.Asked(place, told));
        case Referring.Hearing.Untold(String code) ->
            none = none.error("/optionSetId", code, missing(place, code));
        case Referring.Hearing.Stranger() ->
            none =
                none.error(
                    "/optionSetId",
                    Referring.Hearing.Stranger.CODE,
                    missing(place, Referring.Hearing.Stranger.CODE));
        case Referring.Hearing.Unknown() -> throw Refusal.of(Problems.UNAVAILABLE);
      }
    }
    if (consented.isEmpty()) {
      throw Refusal.of(none);
    }
    return consented;
  }

  private static String missing(Referring.Place place, String code) {
    return place.organization()
        + (code.equals(Referring.Hearing.Untold.WAY_BACK_CLOSED)
            ? ": no consent lets its answers come back"
            : ": the client's consents and wishes do not let the referral go there");
  }
}
