package org.handrail.client.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.request.PrivacyDesk.demand;
import static org.handrail.client.request.PrivacyDesk.order;
import static org.handrail.client.request.PrivacyDesk.subpoena;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** What a court has ordered goes to whom its order names, and nothing goes before. */
@HandrailIT
class CourtOrdersIT {
  private final ClientService service;
  private final PrivacyDesk desk;

  CourtOrdersIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    desk = new PrivacyDesk(service);
  }

  @Test
  @Proves({"P2-LEG-1", "P2-COURT-1"})
  void nothingGoesIntoProceedingsWithoutOrderOrConsent() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var held = desk.comesIn(demand("subpoena", "Ana Brook"));
    desk.does(held, "client", Map.of("clientId", client)).isOk();
    var toCourt = Map.of("recipient", "county-court", "categories", List.of("demographics"));
    desk.does(held, "disclosures", toCourt).isProblem(409, "record-request-not-ordered");
    desk.does(held, "subpoena", subpoena()).isOk();
    desk.does(held, "disclosures", toCourt).isProblem(409, "record-request-not-ordered");
    assertThat(ledger(client)).isEmpty();

    // A consent to treatment is none to a charge, and no party of criminal justice is among its
    // recipients.
    var asked = Forms.referral(client, UUID.randomUUID(), "sending-1");
    asked.put("recipient", "county-sheriff");
    asked.put("purpose", "CJ");
    asked.put("required", List.of("contact"));
    asked.remove("content");
    asked.remove("optional");
    assertThat(service.asksTheDoor(asked).isOk().at("/code")).isEqualTo("consent-recipient");
    asked.put("step", "sending-2");
    asked.put("required", List.of("legal-proceedings"));
    service
        .asksTheDoor(asked)
        .isProblem(400, "invalid")
        .hasFault("/required/0", "not-released-here");

    desk.does(held, "court-order", order()).isOk();
    desk.does(held, "disclosures", toCourt).isProblem(409, "record-request-not-ordered");
    desk.does(held, "release-from-hold", "").isOk();
    desk.does(
            held,
            "disclosures",
            Map.of("recipient", "county-court", "categories", List.of("legal-proceedings")))
        .isProblem(400, "invalid");
    var disclosed = desk.does(held, "disclosures", toCourt).isCreated();
    var read =
        service
            .priyaThePrivacyOfficer()
            .get("/api/disclosures/{id}", disclosed.at("/disclosureId"))
            .send()
            .isOk();
    assertThat(read.json().at("/package").propertyNames()).containsExactly("demographics");
    assertThat(ledger(client))
        .contains("\"basis\":\"42 CFR 2.64\"", "\"matter\":\"court-order\"", "county-court");
  }

  @Test
  @Proves("P2-COURT-1")
  void itGoesToThoseAloneWhomTheOrderNames() {
    var client = service.registers("Bo");
    var held = desk.comesIn(demand("subpoena", "Bo Brook"));
    desk.does(held, "client", Map.of("clientId", client)).isOk();
    desk.does(held, "subpoena", subpoena()).isOk();
    desk.does(held, "court-order", orderNaming("county-cuort"))
        .isProblem(400, "invalid")
        .hasFault("/recipients/0", "unknown");
    desk.does(held, "court-order", orderNaming("cedarhouse"))
        .isProblem(400, "invalid")
        .hasFault("/recipients/0", "not-an-authority");
    desk.does(held, "court-order", order()).isOk();
    desk.does(held, "release-from-hold", "").isOk();
    for (var recipient : List.of("county-cuort", "cedarhouse", "county-sheriff")) {
      desk.does(
              held, "disclosures", Map.of("recipient", recipient, "categories", List.of("contact")))
          .isProblem(400, "invalid")
          .hasFault("/recipient", "not-ordered");
    }
    assertThat(ledger(client)).isEmpty();
    desk.does(
            held,
            "disclosures",
            Map.of("recipient", "county-probation", "categories", List.of("contact")))
        .isCreated();
  }

  @Test
  @Proves({"P2-COURT-1", "P2-LEG-1"})
  void thatAloneGoesWhichTheOrderLetsGo() {
    var client = service.registers("Bo");
    var held = desk.comesIn(demand("subpoena", "Bo Brook"));
    desk.does(held, "client", Map.of("clientId", client)).isOk();
    desk.does(held, "subpoena", subpoena()).isOk();
    var forContact = new HashMap<>(order());
    forContact.put("categories", List.of("contact"));
    desk.does(held, "court-order", forContact).isOk();
    desk.does(held, "release-from-hold", "").isOk();
    desk.does(
            held,
            "disclosures",
            Map.of("recipient", "county-court", "categories", List.of("contact", "demographics")))
        .isProblem(400, "invalid")
        .hasFault("/categories/1", "not-ordered");
    assertThat(ledger(client)).isEmpty();
    desk.does(
            held,
            "disclosures",
            Map.of("recipient", "county-court", "categories", List.of("contact")))
        .isCreated();
  }

  private static Map<String, Object> orderNaming(String recipient) {
    var order = new HashMap<>(order());
    order.put("recipients", List.of(recipient));
    return order;
  }

  private String ledger(UUID client) {
    var items =
        service
            .priyaThePrivacyOfficer()
            .get("/api/disclosures?clientId=" + client)
            .send()
            .isOk()
            .json()
            .at("/items");
    return items.isEmpty() ? "" : items.toString();
  }
}
