package org.handrail.client.specialist;

import java.time.LocalDate;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Finds a specialist for themselves and for those who keep the roster, supervisors and agency
 * admins; for everybody else there is none.
 */
@Component
public class ReachingSpecialist {
  private final Specialists specialists;

  ReachingSpecialist(Specialists specialists) {
    this.specialists = specialists;
  }

  /** A specialist whom the caller may reach. */
  public record Reached(Person by, Specialist specialist) {
    public AgencyId agency() {
      return by.agency();
    }

    public SpecialistId id() {
      return specialist.id();
    }

    /**
     * Whether the caller may know who the specialist's clients are: not whoever runs the agency.
     */
    public boolean mayKnowClients() {
      return isOneself() || by.is(Role.SUPERVISOR);
    }

    /**
     * @throws Refusal {@code not-on-roster} when they have left
     */
    public void requireOnRoster() {
      if (!specialist.isActive()) {
        throw Refusal.of(KeepingRoster.NOT_ON_ROSTER);
      }
    }

    /**
     * That what is written down of them was not after they left.
     *
     * @throws Refusal {@code not-on-roster}
     */
    public void requireOnRoster(LocalDate on) {
      if (specialist.hasLeftBefore(on)) {
        throw Refusal.of(KeepingRoster.NOT_ON_ROSTER);
      }
    }

    /** Whether somebody looks at themselves. */
    public boolean isOneself() {
      return specialist.subject().equals(by.subject());
    }
  }

  /** To change something of theirs: locked. */
  public Reached reach(Person person, UUID id) {
    return find(person, id, true);
  }

  /** To read something of theirs. */
  public Reached see(Person person, UUID id) {
    return find(person, id, false);
  }

  /** As {@link #see}, but nobody whose clients the caller may not know. */
  public Reached seeWithClients(Person person, UUID id) {
    return knowing(see(person, id));
  }

  /** As {@link #reach}, but nobody whose clients the caller may not know. */
  public Reached reachWithClients(Person person, UUID id) {
    return knowing(reach(person, id));
  }

  private static Reached knowing(Reached reached) {
    if (!reached.mayKnowClients()) {
      throw new NotFound();
    }
    return reached;
  }

  /** The caller's own entry, locked. */
  public Reached oneself(Person person) {
    return new Reached(
        person, specialists.lock(person.agency(), person.subject()).orElseThrow(NotFound::new));
  }

  static boolean keepsRoster(Person person) {
    return person.is(Role.SUPERVISOR) || person.is(Role.AGENCY_ADMIN);
  }

  private Reached find(Person person, UUID id, boolean lock) {
    return new Reached(
        person,
        specialists
            .inReach(
                person.agency(), new SpecialistId(id), person.subject(), keepsRoster(person), lock)
            .orElseThrow(NotFound::new));
  }
}
