package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** What was told of a person is told whole while their records are merged. */
@HandrailIT
class MergedLedgersIT {
  private final ClientService service;

  MergedLedgersIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("P2-ACC-1")
  void theAccountingOfAPersonIsWholeWhileTheirRecordsAreMerged() {
    var merged = service.registers("Pam");
    var surviving = service.registers("Pam");
    service.consents(merged, "Pam");
    service.discloses(merged, UUID.randomUUID());
    assertThat(told(surviving)).containsExactly(0, 0);
    service.merges(merged, surviving).isCreated();
    assertThat(told(surviving)).containsExactly(1, 1);
    assertThat(told(merged)).containsExactly(1, 1);
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    assertThat(told(surviving)).containsExactly(0, 0);
  }

  @Test
  void theLedgersOfBothRecordsAreReadAsOneFromPageToPage() {
    var merged = service.registers("Pim");
    var surviving = service.registers("Pim");
    for (var record : List.of(merged, surviving)) {
      service.consents(record, "Pim");
    }
    var decisions = new ArrayList<UUID>();
    for (var record : List.of(merged, surviving, surviving, merged)) {
      decisions.add(service.discloses(record, UUID.randomUUID()));
    }
    service.merges(merged, surviving).isCreated();

    assertThat(pages(surviving, 1)).containsExactlyElementsOf(decisions);
    assertThat(pages(surviving, 3)).containsExactlyElementsOf(decisions);
  }

  private List<UUID> pages(UUID client, int limit) {
    var ids = new ArrayList<UUID>();
    var path = "/api/disclosures?clientId=" + client + "&limit=" + limit;
    var next = path;
    while (next != null) {
      var page = service.maya().get(next).send().isOk();
      page.json().at("/items").forEach(row -> ids.add(UUID.fromString(row.at("/id").asString())));
      next = page.json().has("next") ? path + "&after=" + page.at("/next") : null;
    }
    return ids;
  }

  /** How many rows the accounting and the ledger of a client have. */
  private List<Integer> told(UUID client) {
    return List.of(
        rows("/api/disclosures/lists/accounting?clientId=" + client, "/disclosures"),
        rows("/api/disclosures?clientId=" + client, "/items"));
  }

  private int rows(String path, String where) {
    return service.priyaThePrivacyOfficer().get(path).send().isOk().json().at(where).size();
  }
}
