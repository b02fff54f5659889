package org.handrail.client.specialist;

import java.time.LocalDate;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;

/** What the specialists of the acting agency are certified for. */
public interface Credentials {

  /**
   * Whether somebody held a certification on that day of the agency, its last day included: what
   * they did then may be billed (CERT-2). Not of trainees, nor of anybody who is on no roster,
   * whatever the agency's setting: a payer asks for the certificate.
   */
  boolean validOn(AgencyId agency, SubjectId subject, LocalDate day);
}
