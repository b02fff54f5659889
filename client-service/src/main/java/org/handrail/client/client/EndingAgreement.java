package org.handrail.client.client;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends the peer-support agreement, by either side, at any time, without a reason (V1). Whoever it
 * was, the door stays open: with a new agreement the enrolment is active again.
 */
@Component
public class EndingAgreement {
  static final ProblemType NOT_IN_FORCE =
      ProblemType.of("agreement-not-in-force", 409, "There is no agreement that could be ended");

  private final Clients clients;
  private final Papers papers;
  private final Attention attention;
  private final List<EnrolmentCourse> courses;
  private final Clock clock;

  EndingAgreement(
      Clients clients,
      Papers papers,
      Attention attention,
      List<EnrolmentCourse> courses,
      Clock clock) {
    this.clients = clients;
    this.papers = papers;
    this.attention = attention;
    this.courses = courses;
    this.clock = clock;
  }

  /**
   * @param form the client's act; without one it is the specialist who ends it
   */
  UUID end(Reached reached, @Nullable ActForm form) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var act = form == null && !reached.isTheClient() ? null : reached.act(form, now);
    if (papers.agreement(reached.agency(), reached.id()).isEmpty()) {
      throw Refusal.of(NOT_IN_FORCE);
    }
    leave(reached, act, now);
    if (act == null) {
      attention.ask(
          reached.agency(),
          Role.SUPERVISOR,
          new Matter("agreement-ended", "client", reached.id().value()));
    }
    return reached.id().value();
  }

  /**
   * Whatever agreement there is ends, and an enrolment that stands on it.
   *
   * @throws Refusal {@code invalid} with {@code before-agreement} when the client did it before
   *     they signed the agreement
   */
  public void leave(Reached reached, @Nullable RecordedAct act, Instant at) {
    if (act != null) {
      papers
          .agreement(reached.agency(), reached.id())
          .ifPresent(
              agreement ->
                  act.notBefore(
                      agreement.clientSignedAt(),
                      "before-agreement",
                      "The agreement was not signed yet then."));
    }
    papers.endAgreements(reached.agency(), reached.id(), reached.by().subject(), act, at);
    if (reached.client().status() == Client.Status.ACTIVE) {
      clients.saveEnrolment(reached.client().left(), reached.agency());
      courses.forEach(course -> course.ended(reached, at));
    } else {
      clients.touch(reached.agency(), reached.client());
    }
  }
}
