package org.handrail.client.grant;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.handrail.client.request.RecordRequest;
import org.handrail.client.request.RecordRequests;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.caller.Person;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.http.Codes;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Grants an access that was asked for, with everything that the law wants agreed before. */
@Component
class Granting {
  static final ProblemType REFUSED =
      ProblemType.of("access-grant-refused", 422, "The access lacks what the law wants agreed");
  static final ProblemType NO_ACCESS =
      ProblemType.of("access-grant-not-possible", 409, "This request leads to no access");
  static final ProblemType GRANTED =
      ProblemType.of("access-grant-exists", 409, "This request was granted");

  private final AccessGrants grants;
  private final RecordRequests requests;
  private final Deadlines deadlines;
  private final RosterSettings settings;
  private final Clock clock;

  Granting(
      AccessGrants grants,
      RecordRequests requests,
      Deadlines deadlines,
      RosterSettings settings,
      Clock clock) {
    this.grants = grants;
    this.requests = requests;
    this.deadlines = deadlines;
    this.settings = settings;
    this.clock = clock;
  }

  /** A request of the agency, locked. */
  RecordRequest reach(Person person, UUID id) {
    return requests.findForUpdate(person.agency(), id).orElseThrow(NotFound::new);
  }

  UUID grant(Person person, RecordRequest request, AccessGrant.Offered offered) {
    var agency = person.agency();
    var kind =
        switch (request.kind()) {
          case AUDIT -> AccessGrant.Kind.AUDIT;
          case RESEARCH -> AccessGrant.Kind.RESEARCH;
          case PUBLIC_HEALTH -> AccessGrant.Kind.PUBLIC_HEALTH;
          case OWN_ACCESS, LEGAL_PROCESS, OTHER -> throw Refusal.of(NO_ACCESS);
        };
    if (request.isDeclined()) {
      throw Refusal.of(NO_ACCESS);
    }
    if (grants.ofRequest(agency, request.id()).isPresent()) {
      throw Refusal.of(GRANTED);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var lacking = offered.lacking(kind, now, settings.of(agency).zone());
    if (!lacking.isEmpty()) {
      throw Refusal.of(
          Problem.of(REFUSED)
              .errors(
                  lacking.stream()
                      .map(
                          what ->
                              new Problem.Fault(
                                  what.pointer(), Codes.of(what) + "-missing", what.detail()))
                      .toList()));
    }
    var grant =
        new AccessGrant(
            UUID.randomUUID(),
            request.id(),
            kind,
            Objects.requireNonNull(offered.agreement()),
            offered.approval(),
            Objects.requireNonNull(offered.purpose()),
            now,
            person.subject(),
            Objects.requireNonNull(offered.expiresAt()),
            Objects.requireNonNull(offered.destroyBy()));
    grants.add(agency, grant);
    deadlines.set(agency, GrantClocks.ENDED, grant.id(), grant.expiresAt());
    deadlines.set(
        agency,
        GrantClocks.DESTROY,
        grant.id(),
        settings.beginOf(agency, grant.destroyBy().plusDays(1)));
    return request.id();
  }
}
