package org.handrail.client.client;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.handout.HandoutKind;
import org.handrail.client.handout.Handouts;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From the first registration to an active enrolment: the notice and the agreement. */
@Component
class Enrolling {
  static final ProblemType NOTICE_MISSING =
      ProblemType.of("notice-missing", 409, "The client was not given the privacy notice yet");
  static final ProblemType AGREEMENT_MISSING =
      ProblemType.of("agreement-missing", 409, "The peer-support agreement is not signed yet");
  static final ProblemType ALREADY_ENROLLED =
      ProblemType.of("already-enrolled", 409, "The enrolment is active");

  private final Clients clients;
  private final Papers papers;
  private final Handouts handouts;
  private final ClientEvents events;
  private final List<EnrolmentCourse> courses;
  private final Clock clock;

  Enrolling(
      Clients clients,
      Papers papers,
      Handouts handouts,
      ClientEvents events,
      List<EnrolmentCourse> courses,
      Clock clock) {
    this.clients = clients;
    this.papers = papers;
    this.handouts = handouts;
    this.events = events;
    this.courses = courses;
    this.clock = clock;
  }

  UUID giveNotice(Reached to, String version, String language, Papers.Medium medium, ActForm form) {
    var act = record(to, form);
    var text =
        handouts.give(to.agency(), HandoutKind.NOTICE, version, language, act.at()).orElse(null);
    changed(to);
    return papers.addNotice(
        to.agency(), to.id(), new Papers.Given(version, language, text), medium, act);
  }

  /** An older paper does not bring back what was ended since (V1). */
  UUID agree(Reached with, String version, @Nullable String language, ActForm form) {
    var act = record(with, form);
    var text = handouts.give(with.agency(), HandoutKind.AGREEMENT, version, language, act.at());
    papers
        .lastEnd(with.agency(), with.id())
        .ifPresent(end -> act.notBefore(end, "before-end", "The agreement was ended after that."));
    changed(with);
    return papers.addAgreement(
        with.agency(), with.id(), new Papers.Given(version, language, text.orElse(null)), act);
  }

  UUID enrol(Reached reached, long seen) {
    var client = reached.client();
    var agency = reached.by().agency();
    Versions.require(seen, client.version());
    if (client.status() == Client.Status.ACTIVE) {
      throw Refusal.of(ALREADY_ENROLLED);
    }
    if (papers.notice(agency, client.id()).isEmpty()) {
      throw Refusal.of(NOTICE_MISSING);
    }
    if (papers.agreement(agency, client.id()).isEmpty()) {
      throw Refusal.of(AGREEMENT_MISSING);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var enrolled = client.enrolled(now);
    clients.saveEnrolment(enrolled, agency);
    courses.forEach(course -> course.began(reached, now));
    events.enrolled(agency, enrolled);
    return client.id().value();
  }

  private RecordedAct record(Reached reached, ActForm form) {
    return form.recordedBy(reached.recorder(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private void changed(Reached reached) {
    clients.touch(reached.by().agency(), reached.client());
  }
}
