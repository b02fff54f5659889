package org.handrail.client.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.client.request.PrivacyDesk.demand;
import static org.handrail.client.request.PrivacyDesk.order;
import static org.handrail.client.request.PrivacyDesk.subpoena;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a court has ordered goes to whom its order names, and nothing goes before. */
@HandrailIT
class CourtOrdersIT {
  private final ClientService service;
  private final PrivacyDesk desk;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  CourtOrdersIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    service = new ClientService(api, tokens);
    desk = new PrivacyDesk(service);
    this.jdbc = jdbc;
    this.transactions = transactions;
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

  @Test
  @Proves("P2-COURT-1")
  void whatWasGivenIsNotAnsweredAsIfItWereNot() {
    var held = released(service.registers("Gil"), order());
    var toCourt = Map.of("recipient", "county-court", "categories", List.of("contact"));
    desk.does(held, "disclosures", toCourt).isCreated();
    for (var answer : List.of("refused", "neither-confirmed-nor-denied")) {
      desk.does(held, "answer", Map.of("answer", answer)).isProblem(409, "record-request-given");
    }
    desk.does(held, "answer", Map.of("answer", "given")).isOk();
  }

  @Test
  @Proves("P2-COURT-1")
  void ofTwoWhoGiveTheSameOnOneOrderTheSecondLooksAgain() {
    var client = service.registers("Fay");
    var asBothSawIt = desk.seen(released(client, order()));
    var toCourt = Map.of("recipient", "county-court", "categories", List.of("contact"));
    var path = "/api/record-requests/" + asBothSawIt.id() + "/disclosures";
    var priya = service.priyaThePrivacyOfficer();
    priya.post(path).ifMatch(asBothSawIt).body(toCourt).send().isCreated();
    priya.post(path).ifMatch(asBothSawIt).body(toCourt).send().isProblem(412, "version-conflict");
    assertThat(ledger(client)).containsOnlyOnce("\"released\"");
  }

  @Test
  @Proves("P2-COURT-1")
  void theLedgerTakesNoRowThatNoCourtOrdered() {
    var client = service.registers("Cy");
    var forContact = new HashMap<>(order());
    forContact.put("categories", List.of("contact"));
    var released = released(client, forContact);
    desk.does(
            released,
            "disclosures",
            Map.of("recipient", "county-court", "categories", List.of("contact")))
        .isCreated();
    assertThat(writesAgain(client, Map.of())).as("what the order lets go").isEqualTo(1);
    for (var beside :
        List.of(
            Map.of("recipient", "county-sheriff"),
            Map.of("categories", List.of("contact", "demographics")),
            Map.of("matter_id", UUID.randomUUID().toString()))) {
      assertThatThrownBy(() -> writesAgain(client, beside))
          .as(beside.toString())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("no court has ordered it");
    }
    desk.does(released, "answer", Map.of("answer", "given")).isOk();
    assertThatThrownBy(() -> writesAgain(client, Map.of()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("no court has ordered it");
  }

  @Test
  @Proves("P2-COURT-1")
  void anOrderFromBeforeIsCompletedAndNotExchanged() {
    var client = service.registers("Dee");
    var released = released(client, order());
    inTheDatabase(
        () ->
            jdbc.sql("update record_request set order_categories = '{}' where id = :id")
                .param("id", released.id())
                .update());
    var toCourt = Map.of("recipient", "county-court", "categories", List.of("contact"));
    desk.does(released, "disclosures", toCourt)
        .isProblem(400, "invalid")
        .hasFault("/categories/0", "not-ordered");
    for (var another :
        Map.of(
                "reference",
                (Object) "26-MS-999",
                "issuedOn",
                "2026-11-19",
                "section",
                "2.65",
                "recipients",
                List.of("county-sheriff"))
            .entrySet()) {
      var exchanged = new HashMap<>(order());
      exchanged.put(another.getKey(), another.getValue());
      desk.does(released, "court-order", exchanged).isProblem(409, "record-request-released");
    }
    desk.does(released, "court-order", order()).isOk();
    desk.does(released, "disclosures", toCourt).isCreated();
    desk.does(released, "court-order", order()).isProblem(409, "record-request-released");
  }

  /** A demand whose hold was lifted on that order. */
  private Answer released(UUID client, Map<String, Object> order) {
    var held = desk.comesIn(demand("subpoena", "Somebody"));
    desk.does(held, "client", Map.of("clientId", client)).isOk();
    desk.does(held, "subpoena", subpoena()).isOk();
    desk.does(held, "court-order", order).isOk();
    desk.does(held, "release-from-hold", "").isOk();
    return held;
  }

  /** The client's last row of the ledger once more, with something else in it. */
  private int writesAgain(UUID client, Map<String, ?> beside) {
    return inTheDatabase(
        () ->
            jdbc.sql(
                    """
                    insert into disclosure
                    select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
                      'position', d.position + 1) || :beside::jsonb)).*
                    from disclosure d where client_id = :client order by position desc limit 1
                    """)
                .param("client", client)
                .param("beside", new JsonMapper().writeValueAsString(beside))
                .update());
  }

  private int inTheDatabase(Supplier<Integer> change) {
    return AgencyScope.as(new AgencyId("riverbend")).call(() -> transactions.inTransaction(change));
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
