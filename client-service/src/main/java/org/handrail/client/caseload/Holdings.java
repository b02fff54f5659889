package org.handrail.client.caseload;

import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;

/** What specialists hold besides their places at clients' sides: one bean for each kind. */
public interface Holdings {

  /** Somebody is away or has left: whoever supervises is asked for somebody else. */
  void seekSomebodyElse(AgencyId agency, SubjectId absent);
}
