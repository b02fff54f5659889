package org.handrail.referral.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.assignment.AtTheirSide;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.stereotype.Component;

/**
 * Looks now and then whether what was arranged can still be kept: who promised to come may have
 * left the client's side, and the meeting may be held at another time, or no more. Whom it concerns
 * is told each of these once.
 */
@Component
class KeepingCompany implements WhenDue {
  private static final Duration EVERY = Duration.ofHours(6);
  private static final Duration SHORTLY_BEFORE = Duration.ofHours(1);
  private static final Duration THEN_EVERY = Duration.ofMinutes(10);
  private static final String KIND = "companion-kept";

  private final Companions companions;
  private final Meetings meetings;
  private final AtTheirSide atTheirSide;
  private final TellingOfCompany telling;
  private final Deadlines deadlines;
  private final Clock clock;

  KeepingCompany(
      Companions companions,
      Meetings meetings,
      AtTheirSide atTheirSide,
      TellingOfCompany telling,
      Deadlines deadlines,
      Clock clock) {
    this.companions = companions;
    this.meetings = meetings;
    this.atTheirSide = atTheirSide;
    this.telling = telling;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** Looks after an arrangement until it begins. */
  void lookAfter(AgencyId agency, Companionship it) {
    deadlines.set(agency, KIND, it.id(), nextLook(clock.instant(), it.startsAt()));
  }

  private static Instant nextLook(Instant now, Instant starts) {
    Instant shortlyBefore = starts.minus(SHORTLY_BEFORE);
    if (!now.isBefore(shortlyBefore)) {
      return now.plus(THEN_EVERY);
    }
    Instant usually = now.plus(EVERY);
    return usually.isBefore(shortlyBefore) ? usually : shortlyBefore;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    Instant now = clock.instant();
    companions
        .find(about)
        .filter(it -> it.cancelledAt() == null && it.startsAt().isAfter(now))
        .ifPresent(
            it -> {
              whyNotKept(it, now).stream()
                  .filter(why -> companions.tellFirst(it.id(), why))
                  .forEach(why -> telling.lookAt(agency, it, why));
              lookAfter(agency, it);
            });
  }

  private List<String> whyNotKept(Companionship it, Instant now) {
    var why = new ArrayList<String>();
    boolean isHeld =
        meetings
            .find(it.meetingId())
            .filter(meeting -> meeting.isHeld(now) && meeting.beginsAt(it.startsAt()))
            .isPresent();
    if (!isHeld) {
      why.add("companion-meeting-changed");
    }
    SubjectId companion = it.companion();
    if (companion != null && atTheirSide.hasLeft(it.clientId(), companion)) {
      why.add("companion-left");
    }
    return why;
  }
}
