package org.handrail.platform.caller;

import java.util.Set;

/** Somebody who signed in, acting for exactly one agency. */
public record Person(SubjectId subject, AgencyId agency, Set<Role> roles) implements Caller {

  public Person {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether they work for their agency, whatever else they are there. */
  public boolean works() {
    return roles.stream().anyMatch(role -> role != Role.CLIENT);
  }

  /** To be written down with work that goes on after the request. */
  public OnBehalfOf onBehalfOf() {
    return new OnBehalfOf(subject, agency);
  }
}
