package org.handrail.client.report;

import java.util.Set;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who must report child abuse and to whom, as the law of the coalition's state says it.
 *
 * @param version the edition of that law as it was configured; each report keeps it
 * @param crimeRecipients the law enforcement agencies that serve the premises
 */
@ConfigurationProperties("handrail.mandated-reporting")
record MandatedReporting(
    String state,
    String version,
    @DefaultValue Set<Role> mandatedReporters,
    @DefaultValue Set<String> childAbuseRecipients,
    @DefaultValue Set<String> crimeRecipients) {

  boolean obliges(Person person) {
    return person.hasAny(mandatedReporters);
  }

  boolean receives(IncidentReport.Kind kind, PartyId recipient) {
    return switch (kind) {
      case CHILD_ABUSE -> childAbuseRecipients.contains(recipient.value());
      case CRIME -> crimeRecipients.contains(recipient.value());
    };
  }

  String duty() {
    return "%s, %s".formatted(state, version);
  }
}
