package org.handrail.client.wellbeing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.wellbeing.Debriefs.Answer;
import org.handrail.client.wellbeing.Debriefs.Debrief;
import org.handrail.client.wellbeing.Debriefs.Event;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * After an overdose or a death everybody who walked along is offered a talk, and a supervisor is
 * reminded while nobody has answered (R22).
 */
@Component
class Debriefing implements WhenDue {
  static final ProblemType ANSWERED =
      ProblemType.of("debrief-answered", 409, "This offer is answered");

  private static final String KIND = "debrief-waits";
  private static final Duration PATIENCE = Duration.ofDays(3);

  private final Debriefs debriefs;
  private final Deadlines deadlines;
  private final Attention attention;
  private final Clock clock;

  Debriefing(Debriefs debriefs, Deadlines deadlines, Attention attention, Clock clock) {
    this.debriefs = debriefs;
    this.deadlines = deadlines;
    this.attention = attention;
    this.clock = clock;
  }

  /** The offers are the specialists' own, and whose death or overdose it was is kept nowhere. */
  UUID offer(Reached client, Event after) {
    var agency = client.agency();
    for (var subject : debriefs.walkingWith(agency, client.id())) {
      var id = debriefs.offer(agency, subject, after, now());
      attention.ask(agency, subject, new Matter("debrief-offered", "debrief", id));
      remind(agency, id, "debrief-due");
    }
    return UUID.randomUUID();
  }

  UUID answer(AgencyId agency, Debrief debrief, Answer answer) {
    if (!debriefs.answer(agency, debrief.id(), answer, now())) {
      throw Refusal.of(ANSWERED);
    }
    deadlines.drop(agency, KIND, debrief.id());
    return debrief.id();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    if (debriefs.find(agency, about, null).filter(it -> it.answer() == null).isPresent()) {
      remind(agency, about, KIND);
    }
  }

  private void remind(AgencyId agency, UUID debrief, String code) {
    attention.ask(agency, Role.SUPERVISOR, new Matter(code, "debrief", debrief));
    deadlines.set(agency, KIND, debrief, now().plus(PATIENCE));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
