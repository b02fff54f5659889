package org.handrail.client.client;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Lets the notice wait while the client cannot take it in, and reminds of it until it was given: of
 * a merged record whoever is at the side of the one that stands for them. An enrolment waits with
 * it (P2-NPP-1).
 */
@Component
class DeferringNotice implements WhenDue {
  static final ProblemType NOTICE_GIVEN =
      ProblemType.of("notice-given", 409, "The client was given the privacy notice already");

  private static final String KIND = "notice-reminder";

  private final Papers papers;
  private final Assigned assigned;
  private final Merges merges;
  private final Deadlines deadlines;
  private final Attention attention;
  private final WaitingNotices waiting;
  private final Clock clock;

  DeferringNotice(
      Papers papers,
      Assigned assigned,
      Merges merges,
      Deadlines deadlines,
      Attention attention,
      WaitingNotices waiting,
      Clock clock) {
    this.papers = papers;
    this.assigned = assigned;
    this.merges = merges;
    this.deadlines = deadlines;
    this.attention = attention;
    this.waiting = waiting;
    this.clock = clock;
  }

  UUID defer(Reached reached, Instant remindAt) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (papers.notice(reached.agency(), reached.id()).isPresent()) {
      throw Refusal.of(NOTICE_GIVEN);
    }
    ActTimes.requirePlanned("/remindAt", remindAt, now);
    deadlines.set(reached.agency(), KIND, reached.id().value(), remindAt);
    return papers.addDeferral(
        reached.agency(), reached.id(), remindAt, reached.by().subject(), now);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    var client = new ClientId(about);
    if (papers.notice(agency, client).isPresent()) {
      return;
    }
    // Else it goes on waiting in silence: once the records part, this one has no notice, and
    // whoever
    // left may come back.
    if (papers.isNoticeAwaited(agency, client)) {
      remind(agency, merges.standing(agency, client));
    }
    deadlines.set(agency, KIND, about, clock.instant().plus(waiting.remindEvery()));
  }

  private void remind(AgencyId agency, ClientId standing) {
    assigned
        .primary(agency, standing)
        .ifPresent(
            primary ->
                attention.ask(
                    agency, primary, new Matter("notice-due", "client", standing.value())));
  }
}
