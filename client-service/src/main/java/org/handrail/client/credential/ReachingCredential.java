package org.handrail.client.credential;

import java.util.UUID;
import org.handrail.client.specialist.ReachingSpecialist;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.springframework.stereotype.Component;

/** Finds a certification for whoever may reach its specialist. */
@Component
class ReachingCredential {
  private final ReachingSpecialist specialists;
  private final CredentialRecords credentials;

  ReachingCredential(ReachingSpecialist specialists, CredentialRecords credentials) {
    this.specialists = specialists;
    this.credentials = credentials;
  }

  /** A certification that the caller may reach. */
  record Reached(ReachingSpecialist.Reached specialist, Credential credential) {
    AgencyId agency() {
      return specialist.agency();
    }

    Person by() {
      return specialist.by();
    }
  }

  /** To change it: with its specialist's entry locked, which all that depends on it waits for. */
  Reached reach(Person person, UUID specialist, UUID id) {
    return in(specialists.reach(person, specialist), id);
  }

  Reached see(Person person, UUID specialist, UUID id) {
    return in(specialists.see(person, specialist), id);
  }

  Reached see(Person person, UUID id) {
    return see(person, credentials.specialist(person.agency(), new CredentialId(id)).value(), id);
  }

  private Reached in(ReachingSpecialist.Reached of, UUID id) {
    return new Reached(
        of,
        credentials
            .find(of.agency(), new CredentialId(id))
            .filter(credential -> credential.specialist().equals(of.id()))
            .orElseThrow(NotFound::new));
  }
}
