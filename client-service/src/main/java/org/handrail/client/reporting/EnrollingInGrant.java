package org.handrail.client.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.reporting.Grants.Grant;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Begins and ends somebody's time in a grant, and keeps what was reported of it. */
@Component
class EnrollingInGrant {
  static final ProblemType GRANT_UNKNOWN =
      ProblemType.of("grant-unknown", 422, "No grant of this code takes anybody on that day");
  static final ProblemType ENROLLED_ALREADY =
      ProblemType.of("grant-enrolled-already", 409, "The client is enrolled in this grant");
  static final ProblemType EPISODE_TOO_EARLY =
      ProblemType.of(
          "episode-too-early", 422, "A new episode begins after the last day of the one before");
  static final ProblemType EPISODE_ENDED =
      ProblemType.of("episode-ended", 409, "The last day of this episode is on record");
  static final ProblemType IN_ERROR =
      ProblemType.of("grant-enrollment-in-error", 409, "This was written down by mistake");
  static final ProblemType NOT_YET_ASKED =
      ProblemType.of("report-not-asked", 422, "The grant does not ask for this report now");

  private final Enrollments enrollments;
  private final Grants grants;
  private final Forms forms;
  private final RosterSettings settings;
  private final Clock clock;

  EnrollingInGrant(
      Enrollments enrollments, Grants grants, Forms forms, RosterSettings settings, Clock clock) {
    this.enrollments = enrollments;
    this.grants = grants;
    this.forms = forms;
    this.settings = settings;
    this.clock = clock;
  }

  /** An enrollment of a client whom the caller may reach. */
  record Found(Reached reached, Enrollment enrollment) {
    Enrollment standing() {
      if (!enrollment.stands()) {
        throw Refusal.of(IN_ERROR);
      }
      return enrollment;
    }
  }

  Found find(Reached reached, UUID id) {
    return new Found(
        reached, enrollments.find(reached.agency(), reached.id(), id).orElseThrow(NotFound::new));
  }

  UUID enrol(Reached client, String code, LocalDate on) {
    requirePast("/startedOn", on, client.agency());
    if (grants.of(code, on).isEmpty()) {
      throw Refusal.of(GRANT_UNKNOWN);
    }
    var earlier =
        enrollments.ofClient(client.agency(), client.id()).stream()
            .filter(it -> it.grant().equals(code) && it.stands())
            .toList();
    for (var one : earlier) {
      if (one.endedOn() == null) {
        throw Refusal.of(ENROLLED_ALREADY);
      }
      if (!on.isAfter(one.endedOn())) {
        throw Refusal.of(EPISODE_TOO_EARLY);
      }
    }
    var episode = earlier.stream().mapToInt(Enrollment::episode).max().orElse(0) + 1;
    var enrollment =
        new Enrollment(UUID.randomUUID(), client.id().value(), code, episode, on, null, null);
    enrollments.add(client.agency(), enrollment, client.by().subject(), now());
    return enrollment.id();
  }

  UUID end(Found found, LocalDate on) {
    requirePast("/endedOn", on, found.reached().agency());
    var enrollment = found.standing();
    if (enrollment.endedOn() != null) {
      throw Refusal.of(EPISODE_ENDED);
    }
    if (on.isBefore(enrollment.startedOn())) {
      throw invalid("/endedOn", "before-start", "It ends after it began.");
    }
    enrollments.end(found.reached().agency(), enrollment.id(), on);
    return enrollment.id();
  }

  /** It was of another client, or of other days: the time of before it is free again. */
  UUID enterInError(Found found) {
    var enrollment = found.standing();
    var reached = found.reached();
    enrollments.enterInError(reached.agency(), enrollment.id(), reached.by().subject(), now());
    return enrollment.id();
  }

  /** Keeps a part of a report; a refusal of the client's own part holds nothing else up (REP-2). */
  UUID report(Found found, PartForm part) {
    var enrollment = found.standing();
    var grant = grant(enrollment);
    var form = forms.form(grant.form());
    var today = settings.today(found.reached().agency());
    var asked =
        Windows.reportable(grant, enrollment, today).stream()
            .filter(window -> window.point() == part.point() && window.number() == part.number())
            .findFirst()
            .orElseThrow(() -> Refusal.of(NOT_YET_ASKED));
    var reached = found.reached();
    new CheckingPart(form, reached.isTheClient()).require(part, asked, enrollment, today);
    var act = part.act() == null ? null : act(found, part, part.act(), asked);
    return enrollments.addPart(
        reached.agency(),
        enrollment.id(),
        part,
        form.edition(),
        act,
        reached.by().subject(),
        now());
  }

  private RecordedAct act(Found found, PartForm part, ActForm form, Windows.Window asked) {
    var reached = found.reached();
    var act =
        form.recordedBy(reached.recorder(), now())
            .notBefore(
                ActTimes.earliestOf(asked.opens()),
                CheckingPart.BEFORE_WINDOW,
                CheckingPart.NOT_ASKED_YET);
    enrollments
        .lastAct(reached.agency(), found.enrollment().id(), part)
        .ifPresent(
            last -> act.notBefore(last, "before-answer", "They answered otherwise after that."));
    return act;
  }

  private Grant grant(Enrollment enrollment) {
    return grants
        .of(enrollment.grant(), enrollment.startedOn())
        .orElseThrow(() -> new IllegalStateException("no grant holds for an enrollment"));
  }

  private void requirePast(String pointer, LocalDate day, AgencyId agency) {
    if (day.isAfter(settings.today(agency))) {
      throw invalid(pointer, "in-future", "It has not happened yet.");
    }
  }

  private static Refusal invalid(String pointer, String code, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).error(pointer, code, detail));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
