package org.handrail.client.specialist;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.handrail.client.colleague.Colleagues;
import org.handrail.client.specialist.ReachingSpecialist.Reached;
import org.handrail.client.specialist.Specialist.Entry;
import org.handrail.client.specialist.Specialist.Offers;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.springframework.stereotype.Component;

/** The agency keeps its roster; what somebody offers, they say themselves. */
@Component
public class KeepingRoster {
  static final ProblemType ALREADY_ON_ROSTER =
      ProblemType.of("already-on-roster", 409, "This person is on the roster");
  public static final ProblemType NOT_ON_ROSTER =
      ProblemType.of("not-on-roster", 409, "This person is not on the agency's roster");
  static final ProblemType ONESELF_ONLY =
      ProblemType.of("oneself-only", 409, "Only the specialist themselves can say this");

  /** The kind of the deadline that asks, as each month begins, about the one that ended. */
  public static final String MONTH_ENDED = "specialist-month-ended";

  private final Specialists specialists;
  private final RosterSettings settings;
  private final Colleagues colleagues;
  private final Deadlines deadlines;
  private final List<WhenRejoining> others;

  KeepingRoster(
      Specialists specialists,
      RosterSettings settings,
      Colleagues colleagues,
      Deadlines deadlines,
      List<WhenRejoining> others) {
    this.specialists = specialists;
    this.settings = settings;
    this.colleagues = colleagues;
    this.deadlines = deadlines;
    this.others = List.copyOf(others);
  }

  /**
   * Somebody joins, or comes back after having left.
   *
   * @throws Refusal when nobody who walks with clients at the agency ever signed in as that: who
   *     stands on the roster is left alone with people
   */
  UUID add(Person by, SubjectId subject, Entry entry) {
    var agency = by.agency();
    colleagues.requireWalking(agency, subject);
    var today = settings.today(agency);
    var joining = Specialist.joining(subject, entry, today);
    if (specialists.add(agency, joining)) {
      awaitMonthsEnd(agency, joining.id());
      return joining.id().value();
    }
    var known =
        specialists
            .lock(agency, subject)
            .filter(specialist -> !specialist.isActive())
            .orElseThrow(() -> Refusal.of(ALREADY_ON_ROSTER));
    specialists.save(agency, known.joiningAgain(entry, today));
    others.forEach(other -> other.rejoins(agency, known.id(), subject));
    awaitMonthsEnd(agency, known.id());
    return known.id().value();
  }

  /** Asks about this month as soon as the next one begins. */
  public void awaitMonthsEnd(AgencyId agency, SpecialistId id) {
    var next = settings.today(agency).withDayOfMonth(1).plusMonths(1);
    deadlines.set(agency, MONTH_ENDED, id.value(), settings.beginOf(agency, next));
  }

  void change(Reached reached, long seen, Entry entry) {
    Versions.require(seen, reached.specialist().version());
    specialists.save(reached.agency(), reached.specialist().with(entry));
  }

  void offer(Reached reached, long seen, Offers offers) {
    if (!reached.isOneself()) {
      throw Refusal.of(ONESELF_ONLY);
    }
    Versions.require(seen, reached.specialist().version());
    specialists.save(reached.agency(), reached.specialist().with(offers));
  }

  /** Somebody leaves for good; whether nobody is left alone is asked before. */
  public void leave(Reached reached) {
    specialists.save(
        reached.agency(), reached.specialist().leaving(settings.today(reached.agency())));
  }

  void set(
      AgencyId agency,
      long seen,
      RosterSetting.Mode mode,
      int cap,
      Duration supervision,
      ZoneId zone) {
    var current = settings.of(agency);
    Versions.require(seen, current.version());
    if (!settings.save(agency, current.changed(mode, cap, supervision, zone))) {
      throw Refusal.of(Versions.VERSION_CONFLICT);
    }
  }
}
