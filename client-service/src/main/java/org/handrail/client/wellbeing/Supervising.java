package org.handrail.client.wellbeing;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.handrail.client.specialist.KeepingRoster;
import org.handrail.client.specialist.ReachingSpecialist.Reached;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.client.specialist.Specialist;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.client.specialist.Specialists;
import org.handrail.client.wellbeing.Sessions.Session;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Supervision is about the specialist: its notes name no client. When a month ends with less of it
 * than the agency promised, specialist and supervisors hear of it (R22).
 */
@Component
class Supervising implements WhenDue {
  static final ProblemType CLIENT_NAMED =
      ProblemType.of("client-named", 422, "Notes of supervision name no client");
  static final ProblemType OWN_SUPERVISION =
      ProblemType.of("own-supervision", 409, "Nobody supervises themselves");

  // An id stays the same without its hyphens.
  private static final Pattern WITHIN_AN_ID = Pattern.compile(Sessions.UNSEEN + "|\\p{Pd}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}", Pattern.CASE_INSENSITIVE);

  private final Sessions sessions;
  private final Roster roster;
  private final Attention attention;
  private final Clock clock;

  Supervising(Sessions sessions, Roster roster, Attention attention, Clock clock) {
    this.sessions = sessions;
    this.roster = roster;
    this.attention = attention;
    this.clock = clock;
  }

  /** Whose months they are. */
  @Component
  record Roster(Specialists specialists, RosterSettings settings, KeepingRoster keeping) {}

  UUID record(Reached of, Instant heldAt, int minutes, boolean oneToOne, @Nullable String notes) {
    if (of.isOneself()) {
      throw Refusal.of(OWN_SUPERVISION);
    }
    ActTimes.requirePast("/heldAt", heldAt, clock.instant());
    if (notes != null && namesClient(of, notes)) {
      throw Refusal.of(
          Problem.of(CLIENT_NAMED)
              .error("/notes", "client-named", "Write of the specialist, not of a client."));
    }
    var session =
        new Session(
            UUID.randomUUID(),
            of.by().subject().value(),
            heldAt,
            roster.settings().dayOf(of.agency(), heldAt),
            minutes,
            oneToOne,
            notes);
    sessions.add(of.agency(), of.id(), session, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return session.id();
  }

  private boolean namesClient(Reached of, String notes) {
    return ID.matcher(WITHIN_AN_ID.matcher(notes).replaceAll("")).find()
        || sessions.namesClient(of.agency(), of.specialist(), notes);
  }

  @Override
  public String kind() {
    return KeepingRoster.MONTH_ENDED;
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    roster
        .specialists()
        .find(agency, new SpecialistId(about))
        .filter(Specialist::isActive)
        .ifPresent(specialist -> monthEnded(agency, specialist));
  }

  private void monthEnded(AgencyId agency, Specialist specialist) {
    roster.keeping().awaitMonthsEnd(agency, specialist.id());
    var month = YearMonth.from(roster.settings().today(agency)).minusMonths(1);
    var promised = roster.settings().of(agency).supervision().toMinutes();
    // Who came in the middle of it had no whole month.
    var whole = !specialist.joinedOn().isAfter(month.atDay(1));
    if (whole && sessions.minutes(agency, specialist.id(), month) < promised) {
      var matter = new Matter("supervision-short", "specialist", specialist.id().value());
      attention.ask(agency, specialist.subject(), matter);
      attention.ask(agency, Role.SUPERVISOR, matter);
    }
  }
}
