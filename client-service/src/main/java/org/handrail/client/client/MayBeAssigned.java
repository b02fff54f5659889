package org.handrail.client.client;

import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;

/**
 * Whether somebody may take a place at a client's side, or leave it. Asked in the transaction in
 * which they would, whatever way led there; whoever knows of a reason against it refuses.
 */
public interface MayBeAssigned {

  /**
   * Before somebody becomes a client's primary specialist or backup, and when a client comes back
   * to who is that still.
   */
  void mayTake(AgencyId agency, SubjectId subject, ClientId client, Relation relation);

  /** Before somebody's place is taken away without another's taking it. */
  void mayLeave(AgencyId agency, SubjectId subject, ClientId client);
}
