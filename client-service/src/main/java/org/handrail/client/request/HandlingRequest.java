package org.handrail.client.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import org.handrail.client.client.NamingClient;
import org.handrail.client.party.Parties;
import org.handrail.client.party.Standing;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.springframework.stereotype.Component;

/** What the privacy officer does with a request. */
@Component
class HandlingRequest {
  static final ProblemType ANSWERED =
      ProblemType.of("record-request-answered", 409, "This request is answered");
  static final ProblemType NO_LEGAL_PROCESS =
      ProblemType.of("record-request-no-legal-process", 409, "This request is no legal process");
  static final ProblemType HELD =
      ProblemType.of("record-request-held", 409, "Neither a subpoena nor a warrant opens a record");
  static final ProblemType OWN_ACCESS =
      ProblemType.of("record-request-own-access", 409, "A client's own request stays theirs");
  static final ProblemType LIFTED =
      ProblemType.of("record-request-released", 409, "The hold was lifted on what is on record");

  static final ProblemType GIVEN =
      ProblemType.of("record-request-given", 409, "Something of the record was given on this");

  private final RecordRequests requests;
  private final Named named;
  private final RosterSettings settings;
  private final RequestClocks clocks;
  private final Clock clock;

  HandlingRequest(
      RecordRequests requests,
      Named named,
      RosterSettings settings,
      RequestClocks clocks,
      Clock clock) {
    this.requests = requests;
    this.named = named;
    this.settings = settings;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** Whom a request, or a court's order, may name. */
  @Component
  record Named(NamingClient clients, Parties parties) {}

  /** A request of the agency that is not answered yet, locked. */
  RecordRequest reach(Person person, UUID id) {
    return requests.findForUpdate(person.agency(), id).orElseThrow(NotFound::new);
  }

  /**
   * Says whom a request is about that came without a client; nobody but the privacy officers sees
   * that. It can be corrected until the hold is lifted, whose order is about one client. A client's
   * own request opens their record to those who hand it to them, and never another's.
   */
  UUID link(Person person, RecordRequest request, long seen, UUID clientId) {
    requireOpen(request, seen);
    if (request.kind() == RecordRequest.Kind.OWN_ACCESS) {
      throw Refusal.of(OWN_ACCESS);
    }
    if (request.link() != null) {
      requireHeld(request);
    }
    var client = named.clients().require(person.agency(), clientId, "/clientId");
    return save(
        person, request.linked(new RecordRequest.Linked(client.id(), now(), person.subject())));
  }

  UUID order(Person person, RecordRequest request, long seen, RecordRequest.CourtOrder order) {
    requireLegalProcess(request, seen);
    if (request.order() == null || !request.order().isCompletedBy(order)) {
      requireHeld(request);
    }
    requireIssued(person, order.issuedOn());
    for (int i = 0; i < order.recipients().size(); i++) {
      var pointer = "/recipients/" + i;
      if (!named
          .parties()
          .known(pointer, order.recipients().get(i))
          .is(Standing.CRIMINAL_JUSTICE)) {
        throw Refusal.of(
            Problem.of(Problems.INVALID)
                .error(pointer, "not-an-authority", "Neither a court nor of criminal justice."));
      }
    }
    return save(person, request.ordered(order));
  }

  UUID subpoena(Person person, RecordRequest request, long seen, RecordRequest.Subpoena subpoena) {
    requireLegalProcess(request, seen);
    requireHeld(request);
    requireIssued(person, subpoena.issuedOn());
    return save(person, request.subpoenaed(subpoena));
  }

  private void requireIssued(Person person, LocalDate on) {
    ActTimes.requirePast("/issuedOn", on, settings.today(person.agency()));
  }

  /** Only the order of a court under subpart E together with a subpoena lifts the hold. */
  UUID releaseFromHold(Person person, RecordRequest request, long seen) {
    requireLegalProcess(request, seen);
    requireOrderAndSubpoena(request);
    return save(person, request.releasedFromHold());
  }

  UUID answer(Person person, RecordRequest request, long seen, RecordRequest.Answer answer) {
    requireOpen(request, seen);
    if (answer == RecordRequest.Answer.GIVEN
        && request.kind() == RecordRequest.Kind.LEGAL_PROCESS
        && request.status() != RecordRequest.Status.RELEASED_FROM_HOLD) {
      requireOrderAndSubpoena(request);
      throw Refusal.of(HELD);
    }
    if (answer != RecordRequest.Answer.GIVEN
        && requests.isCarriedOut(person.agency(), request.id())) {
      throw Refusal.of(GIVEN);
    }
    var answered = request.answered(new RecordRequest.Answered(answer, now(), person.subject()));
    clocks.answered(person.agency(), answered);
    return save(person, answered);
  }

  private static void requireOrderAndSubpoena(RecordRequest request) {
    var missing = new ArrayList<Problem.Fault>();
    if (request.order() == null) {
      missing.add(
          new Problem.Fault(
              "/courtOrder", "court-order-missing", "No order under subpart E is on record."));
    }
    if (request.subpoena() == null) {
      missing.add(new Problem.Fault("/subpoena", "subpoena-missing", "No subpoena is on record."));
    }
    if (!missing.isEmpty()) {
      throw Refusal.of(Problem.of(HELD).errors(missing));
    }
  }

  private static void requireLegalProcess(RecordRequest request, long seen) {
    requireOpen(request, seen);
    if (request.kind() != RecordRequest.Kind.LEGAL_PROCESS) {
      throw Refusal.of(NO_LEGAL_PROCESS);
    }
  }

  private static void requireHeld(RecordRequest request) {
    if (request.status() == RecordRequest.Status.RELEASED_FROM_HOLD) {
      throw Refusal.of(LIFTED);
    }
  }

  private static void requireOpen(RecordRequest request, long seen) {
    Versions.require(seen, request.version());
    if (request.answered() != null) {
      throw Refusal.of(ANSWERED);
    }
  }

  private UUID save(Person person, RecordRequest request) {
    requests.save(person.agency(), request);
    return request.id();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
