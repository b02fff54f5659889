package org.handrail.platform.caller;

import java.util.Set;

/** Another service of Handrail, with a token made for this one. It acts for nobody by itself. */
public record ServiceCaller(String clientId, Set<Role> roles) implements Caller {

  public ServiceCaller {
    roles = Set.copyOf(roles);
  }
}
