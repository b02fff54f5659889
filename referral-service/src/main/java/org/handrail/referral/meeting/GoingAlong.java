package org.handrail.referral.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.springframework.stereotype.Component;

/** Arranges that somebody goes along, and forgets it when the meeting is over. */
@Component
class GoingAlong implements WhenDue {
  static final ProblemType NOT_HELD =
      ProblemType.of("meeting-not-held", 422, "This meeting is not held then");
  static final ProblemType ASKED_ALREADY =
      ProblemType.of("companion-asked-already", 409, "Somebody was asked to come along already");
  static final ProblemType NO_LONGER_OPEN =
      ProblemType.of("companion-arranged", 409, "This is arranged or cancelled");

  private static final Duration FURTHEST_AHEAD = Duration.ofDays(62);
  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final String FORGETTING = "companion-forgotten";

  private final Companions companions;
  private final MergedRecords merged;
  private final KeepingCompany keeping;
  private final TellingOfCompany telling;
  private final Deadlines deadlines;
  private final Clock clock;

  GoingAlong(
      Companions companions,
      MergedRecords merged,
      KeepingCompany keeping,
      TellingOfCompany telling,
      Deadlines deadlines,
      Clock clock) {
    this.companions = companions;
    this.merged = merged;
    this.keeping = keeping;
    this.telling = telling;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** Whoever writes down that the client asked comes along; whom the client asks has to agree. */
  UUID ask(Person by, Recorder recorder, Meeting meeting, CompanionController.Ask wanted) {
    merged.requireUnmerged(wanted.clientId());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant starts = wanted.startsAt();
    if (!meeting.isHeld(now)
        || !starts.isAfter(now)
        || starts.isAfter(now.plus(FURTHEST_AHEAD))
        || !meeting.beginsAt(starts)) {
      throw Refusal.of(
          Problem.of(NOT_HELD)
              .error("/startsAt", "no-occurrence", "Not one of its times in the next two months"));
    }
    ActForm act = wanted.act();
    Companionship asked =
        new Companionship(
            UUID.randomUUID(),
            wanted.clientId(),
            meeting.id(),
            starts,
            recorder.isTheClient() ? null : recorder.subject(),
            now,
            act.recordedBy(recorder, now),
            null,
            0);
    if (!companions.add(by.agency(), asked)) {
      throw Refusal.of(ASKED_ALREADY);
    }
    deadlines.set(by.agency(), FORGETTING, asked.id(), starts.plus(REMEMBERED));
    keeping.lookAfter(by.agency(), asked);
    return asked.id();
  }

  UUID agree(Person by, Companionship it, long version) {
    Versions.require(version, it.version());
    if (it.status() != Companionship.Status.ASKED) {
      throw Refusal.of(NO_LONGER_OPEN);
    }
    companions.agree(it.id(), by.subject());
    return it.id();
  }

  /** By either side, and nobody asks why; the others whom it concerns are told. */
  UUID cancel(Person by, Companionship it, long version) {
    Versions.require(version, it.version());
    if (it.status() == Companionship.Status.CANCELLED) {
      throw Refusal.of(NO_LONGER_OPEN);
    }
    companions.cancel(it.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    telling.calledOff(by.agency(), it, by.subject());
    return it.id();
  }

  @Override
  public String kind() {
    return FORGETTING;
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    companions.forget(about);
  }
}
