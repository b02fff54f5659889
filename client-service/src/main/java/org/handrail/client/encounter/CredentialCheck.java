package org.handrail.client.encounter;

import java.time.LocalDate;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;

/** Whether a specialist's credential was valid on a day: somebody else's register knows. */
public interface CredentialCheck {

  /** What the register says. */
  enum Standing {
    VALID,
    NOT_VALID,
    /** Nobody said anything of this specialist; what depends on it waits. */
    UNKNOWN
  }

  Standing on(AgencyId agency, SubjectId specialist, LocalDate day);
}
