package org.handrail.client.accounting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.SeenDisclosures;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem.Fault;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From the client's request until they have their list. */
@Component
class HandlingListRequest {
  static final ProblemType NO_MORE_TIME =
      ProblemType.of("list-request-no-more-time", 409, "This request gets no more time");
  static final ProblemType ANSWERED =
      ProblemType.of("list-request-answered", 409, "The client has this list");

  private final ListRequests requests;
  private final Assigned assigned;
  private final SeenDisclosures disclosures;
  private final ListClocks clocks;
  private final Clock clock;

  HandlingListRequest(
      ListRequests requests,
      Assigned assigned,
      SeenDisclosures disclosures,
      ListClocks clocks,
      Clock clock) {
    this.requests = requests;
    this.assigned = assigned;
    this.disclosures = disclosures;
    this.clocks = clocks;
    this.clock = clock;
  }

  UUID ask(ReachingClient.Reached of, ListKind kind, @Nullable Instant from, ActForm form) {
    var now = now();
    var agency = of.agency();
    var act = form.recordedBy(of.recorder(), now);
    // Whenever it is typed: the law's days are counted from when the client asked.
    var asked = act.at();
    var since =
        MakingList.since((code, detail) -> new Fault("/from", code, detail), from, asked, asked);
    var free = kind != ListKind.ACCOUNTING || isFirstOfItsYear(of, asked);
    var request =
        new ListRequest(
            UUID.randomUUID(),
            of.id(),
            kind,
            since,
            asked,
            act,
            free,
            asked.plus(kind.answeredWithin()),
            null,
            null,
            1);
    requests.add(agency, request);
    clocks.asked(agency, request);
    return request.id();
  }

  private boolean isFirstOfItsYear(ReachingClient.Reached of, Instant asked) {
    var at = asked.atOffset(ZoneOffset.UTC);
    return !requests.askedForAccounting(
        of.agency(), of.id(), at.minusYears(1).toInstant(), at.plusYears(1).toInstant());
  }

  /** For those who may see the client's disclosures, locked. */
  ListRequest reach(Person person, UUID id) {
    assigned.requireToSeeDisclosures(person, requests.client(person.agency(), id));
    return requests.findForUpdate(person.agency(), id).orElseThrow(NotFound::new);
  }

  /** As {@link #reach}, for whoever gives the list or has it: the officer, and the client. */
  ListRequest reachToAnswer(Person person, UUID id) {
    var request = reach(person, id);
    if (!person.is(Role.PRIVACY_OFFICER) && !disclosures.isTheClient(person, request.client())) {
      throw new NotFound();
    }
    return request;
  }

  UUID extend(Person person, ListRequest request, long seen, String reason) {
    Versions.require(seen, request.version());
    var now = now();
    if (!request.kind().mayBeExtended()
        || request.extension() != null
        || request.answer() != null
        || now.isAfter(request.dueAt())) {
      throw Refusal.of(NO_MORE_TIME);
    }
    var extended = request.extended(new ListRequest.Extension(now, person.subject(), reason));
    requests.save(person.agency(), extended);
    clocks.extended(person.agency(), extended);
    return request.id();
  }

  UUID answer(Person person, ListRequest request, long seen, ListRequest.How how) {
    Versions.require(seen, request.version());
    if (request.answer() != null) {
      throw Refusal.of(ANSWERED);
    }
    var answered = request.answered(new ListRequest.Answer(now(), person.subject(), how));
    requests.save(person.agency(), answered);
    clocks.answered(person.agency(), answered);
    return request.id();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
