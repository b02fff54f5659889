package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.referral;
import static org.handrail.client.emergency.Glass.breaksGlass;
import static org.handrail.client.emergency.Glass.emergency;
import static org.handrail.client.emergency.Glass.isRefused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.handrail.client.ClientService;
import org.handrail.client.reporting.ReportedToFunder;
import org.handrail.client.request.PrivacyDesk;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whatever the ledger may keep can be explained to whoever sees the row. */
@HandrailIT
class ExplainingEveryRowIT {
  private final ClientService service;
  private final PrivacyDesk desk;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Sweeping sweeping;

  ExplainingEveryRowIT(
      Api api, TokenIssuer tokens, JdbcClient jdbc, Clock clock, Sweeping sweeping) {
    service = new ClientService(api, tokens);
    desk = new PrivacyDesk(service);
    this.jdbc = jdbc;
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @Test
  void everyKindOfRowIsExplainedWithItsBasisOrItsRule() {
    var client = service.anaWithHerSignIn();
    service.asksTheDoor(referral(client, UUID.randomUUID(), "sending-1")).isOk();
    service.consents(client, "Ana");
    service.asksTheDoor(referral(client, UUID.randomUUID(), "sending-1")).isOk();
    var kinds = kindsOfMatter();
    kinds.forEach(kind -> happens(kind, client));

    var priya = service.priyaThePrivacyOfficer();
    var rows = rows(priya, client);
    assertThat(rows).extracting(row -> row.at("/matter").asString("")).containsAll(kinds);
    assertThat(rows)
        .extracting(row -> row.at("/matter").asString("") + " " + row.at("/outcome").asString())
        .contains(" denied", " released", "emergency denied", "emergency released");
    for (var row : rows) {
      isExplained(priya, row);
    }
    var ana = service.ana();
    for (var row : rows(ana, client)) {
      isExplained(ana, row);
    }
    rows.stream()
        .filter(row -> row.at("/matter").asString("").equals("child-abuse-report"))
        .forEach(row -> ana.get(explanation(row)).send().isNotFound());
  }

  private static void isExplained(Api who, JsonNode row) {
    var why = who.get(explanation(row)).send().isOk().json();
    for (var same : List.of("/outcome", "/code", "/basis")) {
      assertThat(why.at(same)).as("%s of %s", same, row).isEqualTo(row.at(same));
    }
    assertThat(why.has("rule")).isEqualTo(row.has("code"));
    if (row.at("/basis").asString("").startsWith("42 CFR")) {
      assertThat(why.at("/consents")).as("no consent was asked for").isEmpty();
    }
  }

  private static String explanation(JsonNode row) {
    return "/api/disclosures/" + row.at("/id").asString() + "/explanation";
  }

  private static List<JsonNode> rows(Api who, UUID client) {
    return who.get("/api/disclosures?limit=200&clientId=" + client)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .toList();
  }

  // The ledger's own list, so that no kind is forgotten here.
  private List<String> kindsOfMatter() {
    var check =
        jdbc.sql(
                "select pg_get_constraintdef(oid) from pg_constraint where conname ="
                    + " 'disclosure_matter_check'")
            .query(String.class)
            .single();
    return Pattern.compile("'([a-z-]+)'")
        .matcher(check)
        .results()
        .map(kind -> kind.group(1))
        .toList();
  }

  private void happens(String kind, UUID client) {
    switch (kind) {
      case "emergency" -> breaksTheGlass(client);
      case "child-abuse-report" ->
          reports(
              "child-abuse",
              client,
              "child-protection",
              Map.of("concern", "Bruises on both arms", "child", "A boy of about six"));
      case "crime-report" ->
          reports(
              "crimes", client, "county-sheriff", Map.of("circumstances", "A window was broken"));
      case "court-order" -> isOrdered(client);
      case "grant-report" -> isReportedToTheFunder(client);
      default -> throw new AssertionError("nothing here makes a row of the kind " + kind);
    }
  }

  private void breaksTheGlass(UUID client) {
    breaksGlass(service.maya(), emergency(client)).isCreated();
    isRefused(service.maya(), client).isProblem(422, "emergency-not-medical");
    sweeping.sweep();
  }

  private void reports(String kind, UUID client, String recipient, Map<String, String> told) {
    service
        .maya()
        .post("/api/disclosures/reports/" + kind)
        .body(
            Map.of(
                "clientId",
                client,
                "recipient",
                recipient,
                "reference",
                "R-" + UUID.randomUUID(),
                "madeAt",
                Instant.now().minusSeconds(60).toString(),
                "reporter",
                "Maya Reyes",
                "told",
                told))
        .send()
        .isCreated();
  }

  private void isOrdered(UUID client) {
    var held = desk.comesIn(PrivacyDesk.demand("subpoena", "Ana Brook"));
    desk.does(held, "client", Map.of("clientId", client)).isOk();
    desk.does(held, "subpoena", PrivacyDesk.subpoena()).isOk();
    desk.does(held, "court-order", PrivacyDesk.order()).isOk();
    desk.does(held, "release-from-hold", "").isOk();
    desk.does(
            held,
            "disclosures",
            Map.of("recipient", "county-court", "categories", List.of("contact")))
        .isCreated();
  }

  private void isReportedToTheFunder(UUID client) {
    var today = LocalDate.now(clock.withZone(Roster.ZONE));
    ReportedToFunder.baseline(service.maya(), client, today);
    service
        .priyaThePrivacyOfficer()
        .post("/api/clients/grant-exports")
        .body(
            Map.of(
                "grant",
                ReportedToFunder.GRANT,
                "from",
                today.toString(),
                "until",
                today.toString()))
        .send()
        .isCreated();
  }
}
