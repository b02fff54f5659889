package org.handrail.client.disclosure;

import java.util.List;
import java.util.UUID;
import org.handrail.client.ClientService;
import tools.jackson.databind.JsonNode;

/** A client's ledger as Maya reads it. */
final class LedgerRows {
  private LedgerRows() {}

  static List<JsonNode> ledger(ClientService service, UUID client) {
    return service
        .maya()
        .get("/api/disclosures?clientId=" + client)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .toList();
  }
}
