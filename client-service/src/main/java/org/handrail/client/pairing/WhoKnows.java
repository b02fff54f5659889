package org.handrail.client.pairing;

import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.caller.Role;

/**
 * Who may know that a client thinks of walking with somebody else, whoever wrote it down: those who
 * walk with them now might talk them out of it.
 */
final class WhoKnows {
  private WhoKnows() {}

  static boolean ofAll(Reached reader) {
    return reader.isTheClient() || reader.by().is(Role.SUPERVISOR);
  }
}
