package org.handrail.client.credential;

import java.time.LocalDate;
import java.util.List;
import org.handrail.client.specialist.Credentials;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.client.specialist.Specialists;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.stereotype.Component;

/** How the certifications of the acting agency's specialists stand on a day. */
@Component
public class Standings implements Credentials {
  private final Specialists specialists;
  private final CredentialRecords credentials;

  Standings(Specialists specialists, CredentialRecords credentials) {
    this.specialists = specialists;
    this.credentials = credentials;
  }

  /** One for each certification that was begun by then. */
  public List<Standing> of(AgencyId agency, SpecialistId specialist, LocalDate day) {
    return credentials.of(agency, specialist).stream()
        .flatMap(credential -> credential.history().on(day).stream())
        .toList();
  }

  @Override
  public boolean validOn(AgencyId agency, SubjectId subject, LocalDate day) {
    return specialists
        .of(agency, subject)
        .filter(specialist -> of(agency, specialist.id(), day).stream().anyMatch(Standing::holds))
        .isPresent();
  }
}
