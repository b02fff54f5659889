package org.handrail.platform.caller;

import java.util.Set;

/** Whoever sent the request, as its verified token says. */
public sealed interface Caller permits Person, ServiceCaller {

  Set<Role> roles();

  /** Whether the caller has at least one of these roles. */
  default boolean hasAny(Set<Role> roles) {
    return roles.stream().anyMatch(roles()::contains);
  }
}
