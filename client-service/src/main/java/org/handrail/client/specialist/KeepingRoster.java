package org.handrail.client.specialist;

import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.handrail.client.specialist.ReachingSpecialist.Reached;
import org.handrail.client.specialist.Specialist.Entry;
import org.handrail.client.specialist.Specialist.Offers;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.springframework.stereotype.Component;

/** The agency keeps its roster; what somebody offers, they say themselves. */
@Component
public class KeepingRoster {
  static final ProblemType ALREADY_ON_ROSTER =
      ProblemType.of("already-on-roster", 409, "This person is on the roster");
  static final ProblemType ONESELF_ONLY =
      ProblemType.of("oneself-only", 409, "Only the specialist themselves can say this");

  private final Specialists specialists;
  private final RosterSettings settings;

  KeepingRoster(Specialists specialists, RosterSettings settings) {
    this.specialists = specialists;
    this.settings = settings;
  }

  /** Somebody joins, or comes back after having left. */
  UUID add(Person by, SubjectId subject, Entry entry) {
    var agency = by.agency();
    var today = settings.today(agency);
    var joining = Specialist.joining(subject, entry, today);
    if (specialists.add(agency, joining)) {
      return joining.id().value();
    }
    var known =
        specialists
            .lock(agency, subject)
            .filter(specialist -> !specialist.isActive())
            .orElseThrow(() -> Refusal.of(ALREADY_ON_ROSTER));
    specialists.save(agency, known.joiningAgain(entry, today));
    return known.id().value();
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
