package org.handrail.client.encounter;

import java.time.LocalDate;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.stereotype.Component;

/** Stands in while no register of credentials is asked: of nobody anything is known. */
@Component
class NoRegister implements CredentialCheck {

  @Override
  public Standing on(AgencyId agency, SubjectId specialist, LocalDate day) {
    return Standing.UNKNOWN;
  }
}
