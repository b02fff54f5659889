package org.handrail.referral.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
 * is told once.
 */
@Component
class KeepingCompany implements WhenDue {
  static final Duration EVERY = Duration.ofHours(6);
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
  void lookAfter(AgencyId agency, UUID id) {
    deadlines.set(agency, KIND, id, clock.instant().plus(EVERY));
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
            it ->
                whyNotKept(it, now)
                    .ifPresentOrElse(
                        why -> telling.lookAt(agency, it, why), () -> lookAfter(agency, about)));
  }

  private Optional<String> whyNotKept(Companionship it, Instant now) {
    boolean isHeld =
        meetings
            .find(it.meetingId())
            .filter(meeting -> meeting.isHeld(now) && meeting.beginsAt(it.startsAt()))
            .isPresent();
    if (!isHeld) {
      return Optional.of("companion-meeting-changed");
    }
    SubjectId companion = it.companion();
    return companion != null && atTheirSide.hasLeft(it.clientId(), companion)
        ? Optional.of("companion-left")
        : Optional.empty();
  }
}
