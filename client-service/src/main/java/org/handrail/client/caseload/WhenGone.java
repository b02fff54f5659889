package org.handrail.client.caseload;

import org.handrail.client.specialist.SpecialistId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;

/** What else hangs on a specialist's being there, asked when they have gone away or left. */
public interface WhenGone {
  void gone(AgencyId agency, SpecialistId who, SubjectId subject);
}
