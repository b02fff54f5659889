package org.handrail.client.grievance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.voice.Confined;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Writes a grievance down, and tells the agency's supervisors when, and only when, the client wants
 * that. Whatever leaves the agency passes the door, not here.
 */
@Component
class SpeakingUp implements Confined {
  static final ProblemType ALREADY_ESCALATED =
      ProblemType.of("grievance-escalated", 409, "The supervisors were told already");

  private final Grievances grievances;
  private final Attention attention;
  private final Clock clock;

  SpeakingUp(Grievances grievances, Attention attention, Clock clock) {
    this.grievances = grievances;
    this.attention = attention;
    this.clock = clock;
  }

  /** A grievance of a client whom the caller may reach. */
  record Found(Reached reached, Grievance grievance) {}

  Found find(Reached reached, UUID id) {
    return new Found(reached, grievances.find(reached, id).orElseThrow(NotFound::new));
  }

  UUID record(Reached of, String clientsWords, Grievance.Matter matter) {
    var grievance =
        new Grievance(
            UUID.randomUUID(),
            of.id().value(),
            clientsWords,
            matter,
            of.by().subject().value(),
            now(),
            null);
    grievances.add(of.agency(), grievance);
    return grievance.id();
  }

  UUID escalate(Found found, ActForm wish) {
    if (found.grievance().escalation() != null) {
      throw Refusal.of(ALREADY_ESCALATED);
    }
    var agency = found.reached().agency();
    var id = found.grievance().id();
    grievances.escalate(agency, id, wish.recordedBy(found.reached().recorder(), now()));
    attention.ask(
        agency, Role.SUPERVISOR, new Attention.Matter("grievance-escalated", "grievance", id));
    return id;
  }

  @Override
  public String kind() {
    return "grievance";
  }

  @Override
  public boolean mayKnow(Reached reader, UUID id) {
    return grievances.find(reader, id).isPresent();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
