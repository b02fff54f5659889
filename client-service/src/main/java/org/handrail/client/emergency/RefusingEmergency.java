package org.handrail.client.emergency;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.access.Looks;
import org.handrail.client.client.Clients;
import org.handrail.client.consent.DenialCode;
import org.handrail.client.consent.MedicalEmergency;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/**
 * Keeps what was refused, and writes it down afterwards on the record of whoever it is about. The
 * request itself looks for nobody: it does the same, and takes as long, whether there is such a
 * client or not (P2-QSO-2, P2-APP-2).
 */
@Component
class RefusingEmergency implements WhenDue {
  private static final String KIND = "emergency-refused";

  private final RefusedEmergencies refusals;
  private final Clients clients;
  private final BreakingGlass breakingGlass;
  private final Keeping keeping;
  private final Clock clock;

  RefusingEmergency(
      RefusedEmergencies refusals,
      Clients clients,
      BreakingGlass breakingGlass,
      Keeping keeping,
      Clock clock) {
    this.refusals = refusals;
    this.clients = clients;
    this.breakingGlass = breakingGlass;
    this.keeping = keeping;
    this.clock = clock;
  }

  /** With what the request is kept until it is written down. */
  @Component
  record Keeping(Deadlines deadlines, Looks looks, Transactions transactions) {}

  void refuse(
      Person person, Sought whom, PartyId to, MedicalEmergency emergency, DenialCode denial) {
    keeping.looks().denied();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var refused =
        new RefusedEmergency(UUID.randomUUID(), whom, to, emergency, denial, now, person.subject());
    keeping
        .transactions()
        .run(
            () -> {
              refusals.add(person.agency(), refused);
              keeping.deadlines().set(person.agency(), KIND, refused.id(), now);
            });
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    var refused = refusals.take(agency, about).orElseThrow();
    refused
        .whom()
        .among(clients, agency)
        .ifPresent(client -> breakingGlass.deny(agency, client, refused));
  }
}
