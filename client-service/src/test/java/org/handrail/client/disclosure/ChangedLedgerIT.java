package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.ledger.LedgerOwner;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the client and those at their side still read when somebody changed the ledger's rows. */
@HandrailIT
class ChangedLedgerIT {
  private final ClientService service;

  ChangedLedgerIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("V11")
  void aRowThatNoEntryCouldBeIsShownAsItStands() throws SQLException {
    var client = service.registers("Vera");
    service.consents(client, "Vera");
    service.discloses(client, UUID.randomUUID());
    service.discloses(client, UUID.randomUUID());
    LedgerOwner.does(
        "update disclosure set recipient = 'Not a party', via = 'Nor this' where position = 1 and client_id = '%s'"
            .formatted(client));
    var rows =
        service.maya().get("/api/disclosures?clientId=" + client).send().isOk().json().at("/items");
    assertThat(rows.valueStream().map(row -> row.at("/recipient").asString()))
        .containsExactly("Not a party", "harborlight");
    assertThat(rows.valueStream().map(JsonNode::propertyNames).toList().getFirst()).contains("via");
  }
}
