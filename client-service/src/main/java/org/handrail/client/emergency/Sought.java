package org.handrail.client.emergency;

import java.time.LocalDate;
import java.util.Optional;
import org.handrail.client.client.Client;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Clients;
import org.handrail.platform.caller.AgencyId;

/** Whom an access in an emergency is about, who need not be a client. */
sealed interface Sought {

  /** The record that stands for them, if the agency has one. */
  Optional<Client> among(Clients clients, AgencyId agency);

  /** Somebody by a record, the one that stands for them or one merged into it. */
  record ByRecord(ClientId client) implements Sought {
    @Override
    public Optional<Client> among(Clients clients, AgencyId agency) {
      return clients.standing(agency, client);
    }
  }

  /** Somebody by their papers. */
  record ByPapers(String legalName, LocalDate dateOfBirth) implements Sought {
    @Override
    public Optional<Client> among(Clients clients, AgencyId agency) {
      return clients.named(agency, legalName, dateOfBirth);
    }
  }
}
