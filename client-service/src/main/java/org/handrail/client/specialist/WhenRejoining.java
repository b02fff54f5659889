package org.handrail.client.specialist;

import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;

/** What of a specialist's time before they left is over, when they come back to the roster. */
public interface WhenRejoining {
  void rejoins(AgencyId agency, SpecialistId who, SubjectId subject);
}
