package org.handrail.client.client;

import java.util.Optional;
import java.util.UUID;
import org.handrail.client.access.Looks;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Finds the client whom somebody names in what they send, who need not be at their side. That there
 * is no such client is kept as an attempt, alike whether there is one elsewhere (P2-LOG-2).
 */
@Component
public class NamingClient {
  private final Clients clients;
  private final Looks looks;

  NamingClient(Clients clients, Looks looks) {
    this.clients = clients;
    this.looks = looks;
  }

  /**
   * The agency's client of that id.
   *
   * @param pointer where in the request's body the id stands
   * @throws Refusal {@code invalid} when the agency has none
   */
  public Client require(AgencyId agency, UUID id, String pointer) {
    return find(agency, new ClientId(id))
        .orElseThrow(
            () ->
                Refusal.of(
                    Problem.of(Problems.INVALID)
                        .error(pointer, "unknown", "There is no such client.")));
  }

  /** For whoever answers in another way that there is none. */
  Optional<Client> find(AgencyId agency, ClientId id) {
    var found = clients.find(agency, id);
    if (found.isEmpty()) {
      looks.denied();
    }
    return found;
  }
}
