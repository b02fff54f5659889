package org.handrail.client.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.Forms.referral;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.client.ClientService;
import org.handrail.client.JudgedAnew;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.ChainCheck;
import org.handrail.client.ledger.ChainCheck.Anchor;
import org.handrail.client.ledger.ChainCheck.Finding;
import org.handrail.client.ledger.Hash;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.LedgerOwner;
import org.handrail.client.ledger.Link;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the service on Kafka, as the contracts promise it. */
@HandrailIT
class EventsIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final AgencyId RIVERBEND = new AgencyId("riverbend");

  private final ClientService service;
  private final Ledger ledger;
  private final Transactions transactions;

  EventsIT(Api api, TokenIssuer tokens, Ledger ledger, Transactions transactions) {
    service = new ClientService(api, tokens);
    this.ledger = ledger;
    this.transactions = transactions;
  }

  @Test
  void everythingThatHappensIsToldAsPromised() {
    var client = service.registers("Eve");
    var path = "/api/clients/" + client;
    var maya = service.maya();
    maya.post(path + "/notices")
        .body(
            Map.of(
                "version",
                "2026-02",
                "language",
                "en",
                "medium",
                "paper",
                "act",
                ClientService.act()))
        .send()
        .isCreated();
    var agreed =
        maya.post(path + "/agreements")
            .body(Map.of("version", "2026-02", "act", ClientService.act()))
            .send();
    maya.post(path + "/enrollment").ifMatch(agreed).send().isOk();
    var consent = service.consents(client, "Eve");
    var released = service.discloses(client, UUID.randomUUID());
    service.revokes(consent).isOk();
    var denied = service.asksTheDoor(referral(client, UUID.randomUUID(), "sending-1")).isOk();

    service.backedByPaul(maya, client);
    maya.delete(path + "/assignments/" + TokenIssuer.subject("paul")).send().hasStatus(204);

    // Registered, enrolled, assigned twice, unassigned, and an anchor for each of the two
    // decisions.
    var ofClient = read("handrail.client.v1", record -> record.key().equals(client.toString()), 7);
    assertPromised(ofClient, "org.handrail.client.registered.v1");
    assertPromised(ofClient, "org.handrail.client.assigned.v1");
    assertPromised(ofClient, "org.handrail.client.unassigned.v1");
    assertPromised(ofClient, "org.handrail.client.enrolled.v1");
    assertPromised(ofClient, "org.handrail.ledger.anchored.v1");
    assertThat(ofClient).extracting(EventsIT::type).startsWith("org.handrail.client.registered.v1");

    var ofConsent =
        read("handrail.client.v1", record -> record.key().equals(consent.toString()), 2);
    assertPromised(ofConsent, "org.handrail.consent.activated.v1");
    assertPromised(ofConsent, "org.handrail.consent.revoked.v1");
    assertThat(recipients(ofConsent.getFirst())).containsExactly("harborlight", "riverbend");
    assertThat(recipients(ofConsent.getLast()))
        .as("who hears nothing more; the agency keeps the record")
        .containsExactly("harborlight");

    assertPromised(
        read("handrail.client.v1", record -> record.key().equals(released.toString()), 1),
        "org.handrail.disclosure.released.v1");
    assertPromised(
        read("handrail.client.v1", record -> record.key().equals(denied.at("/disclosureId")), 1),
        "org.handrail.disclosure.denied.v1");
    for (var record : ofClient) {
      assertThat(new String(record.value(), UTF_8)).doesNotContain("Eve", "Brook", "555-0100");
    }
  }

  @Test
  @Proves("P2-REV-1")
  void whoeverAnotherConsentNamesIsNotLeftWithNothingByOneThatNamesNobody() {
    var client = service.registers("Eve");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("recipients", Map.of("intermediary", "coalition", "class", "treating"));
    var designated = service.signs(service.drafts(form)).isOk().id();
    service.consents(client, "Eve");

    service.revokes(designated).isOk();

    var told = read("handrail.client.v1", record -> record.key().equals(designated.toString()), 2);
    assertPromised(told, "org.handrail.consent.revoked.v1");
    assertThat(recipients(told.getLast())).containsExactly("cedarhouse");
  }

  @Test
  @Proves({"P2-REV-1", "P2-CON-8"})
  void whoeverAConsentThatBindsNamesIsNotLeftWithNothing() {
    var client = service.registers("Eve");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("recipients", Map.of("named", List.of("county-probation")));
    form.put("categories", List.of("attendance"));
    form.put("purposes", List.of("CJ"));
    var whole = service.signs(service.drafts(form)).isOk().id();
    var oneParty = service.signs(service.drafts(form)).isOk().id();
    var everything = service.consents(client, "Eve");
    form.put("irrevocableUntil", "the case is closed");
    service.signs(service.drafts(form)).isOk();

    service.revokes(whole).isOk();
    takesBack(oneParty, Map.of("recipient", "county-probation"));
    takesBack(everything, Map.of("nobody", true));

    for (var said : List.of(whole, oneParty)) {
      assertThat(revoked(said).at("/recipients").isArray()).isTrue();
      assertThat(revoked(said).at("/recipients")).isEmpty();
    }
    assertThat(revoked(oneParty).at("/recipient").asString()).isEqualTo("county-probation");
    assertThat(revoked(everything).at("/recipients").valueStream().map(JsonNode::asString))
        .contains("harborlight", "cedarhouse")
        .doesNotContain("county-probation");
  }

  private void takesBack(UUID consent, Map<String, Object> extent) {
    var body = new HashMap<>(extent);
    body.put("act", ClientService.act());
    service.maya().post("/api/consents/{id}/revocation", consent).body(body).send().isOk();
  }

  private static JsonNode revoked(UUID consent) {
    var told = read("handrail.client.v1", record -> record.key().equals(consent.toString()), 2);
    assertPromised(told, "org.handrail.consent.revoked.v1");
    return json(told.getLast());
  }

  @Test
  @Proves("P2-REV-1")
  void eachChangeTellsWhatTheDoorMakesOfTheReferralsThatHaveGoneOut() {
    var client = service.registers("Eve");
    var first = service.consents(client, "Eve");
    var referral = UUID.randomUUID();
    service.discloses(client, referral);
    service.revokes(first).isOk();
    var forPayment = new HashMap<>(consentOf(client, "Eve"));
    forPayment.put("purposes", List.of("HPAYMT"));
    forPayment.put("categories", List.of("contact"));
    var second = service.signsNow(forPayment).id();
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("recipients", Map.of("named", List.of("harborlight")));
    var third = service.signsNow(form).id();

    assertThat(told(first, 2)).isEqualTo("closed " + referral);
    assertThat(told(second, 1)).as("it covers nothing of it").isEqualTo("closed " + referral);
    assertThat(told(third, 1)).isEqualTo("open " + referral);
  }

  @Test
  @Proves("P2-RGT-1")
  void whatIsOnlyRestrictedWasNotTakenBackAndIsOpenOnceThatEnds() {
    var client = service.registers("Eve");
    var consent = service.consents(client, "Eve");
    var referral = UUID.randomUUID();
    service.discloses(client, referral);
    var restriction = service.restricts(client, "harborlight");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("recipients", Map.of("named", List.of("cedarhouse")));
    var meanwhile = service.signsNow(form).id();

    service
        .maya()
        .post("/api/clients/%s/restrictions/%s/end".formatted(client, restriction))
        .body(Map.of("act", ClientService.actNow()))
        .send()
        .isOk();
    service.revokes(consent).isOk();

    assertThat(told(meanwhile, 1)).as("nobody took it back").isEmpty();
    assertThat(JudgedAnew.of(client, 1)).containsExactly("open " + referral);
    assertThat(told(consent, 2)).isEqualTo("closed " + referral);
  }

  @Test
  @Proves("P2-TPR-1")
  void whatWaitsForWhoTreatsTheClientIsJudgedAnewOnceTheyDo() {
    var client = service.registers("Eve");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("recipients", Map.of("intermediary", "coalition", "class", "treating"));
    service.signs(service.drafts(form)).isOk();
    var path = "/api/clients/" + client + "/treating-relationships/";
    var first = proposed(client);
    takesPart(path + first + "/agreement", Map.of("act", ClientService.actNow()));
    takesPart(path + first + "/acceptance", accepted());
    var referral = UUID.randomUUID();
    service.discloses(client, referral);
    takesPart(path + first + "/end", Map.of());

    var again = proposed(client);
    takesPart(path + again + "/agreement", Map.of("act", ClientService.actNow()));
    takesPart(path + again + "/acceptance", accepted());
    takesPart(path + again + "/end", Map.of());
    var third = proposed(client);
    takesPart(path + third + "/acceptance", accepted());
    takesPart(path + third + "/agreement", Map.of("act", ClientService.actNow()));

    assertThat(JudgedAnew.of(client, 2)).containsExactly("open " + referral, "open " + referral);
  }

  private UUID proposed(UUID client) {
    return service
        .maya()
        .post("/api/clients/{id}/treating-relationships", client)
        .body(Map.of("provider", "harborlight"))
        .send()
        .isCreated()
        .id();
  }

  private static Map<String, Object> accepted() {
    return Map.of("acceptance", "told", "at", Instant.now().toString());
  }

  private void takesPart(String step, Map<String, Object> body) {
    service.maya().post(step).body(body).send().isOk();
  }

  @Test
  @Proves("P2-REV-1")
  void whatHadRunOutBeforeItWentOutUnknownThenWasNotTakenBack() {
    var client = service.registers("Eve");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("expires", Map.of("event", "I have moved in"));
    var consent = service.signs(service.drafts(form)).isOk().id();
    var referral = UUID.randomUUID();
    service.discloses(client, referral);
    service
        .maya()
        .post("/api/consents/{id}/events", consent)
        .body(Map.of("event", "I have moved in", "act", ClientService.act()))
        .send()
        .isOk();
    var toTheHouse = new HashMap<>(consentOf(client, "Eve"));
    toTheHouse.put("recipients", Map.of("named", List.of("cedarhouse")));
    var meanwhile = service.signsNow(toTheHouse).id();

    service.revokes(consent).isOk();

    assertThat(told(meanwhile, 1)).as("nobody took it back").isEmpty();
    assertThat(told(consent, 2)).isEqualTo("closed " + referral);
  }

  @Test
  @Proves("P2-REV-1")
  void whatIsNarrowedLeavesOpenWhatHasBeenReadAndClosesWhatHasNot() {
    var client = service.registers("Eve");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("categories", List.of("contact", "referral", "referral-status", "demographics"));
    var wide = service.signs(service.drafts(form)).isOk().id();
    var read = UUID.randomUUID();
    var unread = UUID.randomUUID();
    var package1 = service.discloses(client, read);
    service.hana().get("/api/disclosures/{id}", package1).send().isOk();
    var package2 = service.discloses(client, unread);
    var narrow = new HashMap<>(consentOf(client, "Eve"));
    narrow.put("replaces", wide);
    var signed = service.signsNow(narrow).id();

    var told =
        json(read("handrail.client.v1", it -> it.key().equals(signed.toString()), 1).getFirst());
    assertThat(told.at("/open").valueStream().map(JsonNode::asString))
        .containsExactly(read.toString());
    assertThat(told.at("/closed").valueStream().map(JsonNode::asString))
        .containsExactly(unread.toString());
    service.hana().get("/api/disclosures/{id}", package1).send().isOk();
    service.hana().get("/api/disclosures/{id}", package2).send().isNotFound();
  }

  /** What the last of so many events of a consent tells of the client's one referral. */
  private static String told(UUID consent, int events) {
    var data =
        json(
            read("handrail.client.v1", record -> record.key().equals(consent.toString()), events)
                .getLast());
    if (data.has("open")) {
      return "open " + data.at("/open/0").asString();
    }
    return data.has("closed") ? "closed " + data.at("/closed/0").asString() : "";
  }

  private static List<String> recipients(ConsumerRecord<String, byte[]> event) {
    return json(event).at("/recipients").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void aPersonWhomTwoAgenciesServeHasOneKey() {
    var name = "Twice " + UUID.randomUUID();
    var here = service.registers(name);
    var there = service.registers(service.carl(), name.toUpperCase(Locale.ROOT));
    var other = service.registers("Once " + UUID.randomUUID());
    assertThat(personKey(here)).isEqualTo(personKey(there)).isNotEqualTo(personKey(other));
  }

  private String personKey(UUID client) {
    var linked = read("handrail.person.v1", record -> record.key().equals(client.toString()), 1);
    assertPromised(linked, "org.handrail.person.linked.v1");
    return json(linked.getFirst()).at("/personKey").asString();
  }

  @Test
  @Proves("P2-LOG-1")
  void aTamperedLedgerIsFoundByItselfAndACutOneByItsAnchors() throws SQLException {
    var client = service.registers("Tara");
    service.consents(client, "Tara");
    for (int i = 0; i < 3; i++) {
      service.discloses(client, UUID.randomUUID());
    }
    var anchors =
        read(
                "handrail.client.v1",
                record ->
                    record.key().equals(client.toString())
                        && type(record).equals("org.handrail.ledger.anchored.v1"),
                3)
            .stream()
            .map(EventsIT::json)
            .map(
                data ->
                    new Anchor(data.at("/length").asLong(), new Hash(data.at("/head").asString())))
            .toList();
    assertThat(ChainCheck.check(chain(client), anchors)).isEmpty();

    LedgerOwner.does(
        "update disclosure set recipient = 'cedarhouse' where position = 2 and client_id = '%s'"
            .formatted(client));
    assertThat(ChainCheck.check(chain(client), anchors)).containsExactly(new Finding.Altered(2));
    LedgerOwner.does(
        "update disclosure set recipient = 'harborlight' where position = 2 and client_id = '%s'"
            .formatted(client));
    assertThat(ChainCheck.check(chain(client), anchors)).isEmpty();

    LedgerOwner.does(
        """
        delete from disclosure_package where disclosure_id in
          (select id from disclosure where position = 3 and client_id = '%1$s');
        delete from disclosure where position = 3 and client_id = '%1$s'
        """
            .formatted(client));
    assertThat(ChainCheck.check(chain(client), List.of())).isEmpty();
    assertThat(ChainCheck.check(chain(client), anchors)).containsExactly(new Finding.Unanchored(3));
  }

  private List<Link> chain(UUID client) {
    return AgencyScope.as(RIVERBEND)
        .call(
            () ->
                transactions.reading(() -> ledger.chain(RIVERBEND, new ClientId(client), 0L, 100)));
  }

  private static List<ConsumerRecord<String, byte[]>> read(
      String topic, Predicate<ConsumerRecord<String, byte[]>> matching, int howMany) {
    return KafkaFixture.read(topic, matching, howMany, Duration.ofSeconds(30));
  }

  private static void assertPromised(List<ConsumerRecord<String, byte[]>> records, String type) {
    assertThat(records).extracting(EventsIT::type).contains(type);
    records.stream()
        .filter(record -> type(record).equals(type))
        .forEach(record -> EventContracts.assertPromised(record, type));
  }

  private static String type(ConsumerRecord<String, byte[]> record) {
    return new String(record.headers().lastHeader("ce_type").value(), UTF_8);
  }

  private static JsonNode json(ConsumerRecord<String, byte[]> record) {
    return JSON.readTree(record.value());
  }
}
