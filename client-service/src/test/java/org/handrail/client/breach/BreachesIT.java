package org.handrail.client.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A breach is presumed, its clock runs, and its notices go out in an envelope that tells nothing.
 */
@HandrailIT
class BreachesIT {
  private static final String BREACHES = "/api/disclosures/breaches";

  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final SettableClock clock;
  private final Sweeping sweeping;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  BreachesIT(
      Api api,
      TokenIssuer tokens,
      SettableClock clock,
      Sweeping sweeping,
      JdbcClient jdbc,
      Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
    this.clock = clock;
    this.sweeping = sweeping;
  }

  private Answer discovered(int affected, int mostInOneState) {
    return service
        .maya()
        .post(BREACHES)
        .body(
            Map.of(
                "discoveredAt",
                Instant.now().minusSeconds(3600).toString(),
                "what",
                "A paper file was left on a bus",
                "affected",
                affected,
                "mostInOneState",
                mostInOneState))
        .send();
  }

  private UUID discoveredDaysAgo(int days, Map<String, Integer> known) {
    var found = new HashMap<String, Object>(known);
    found.put("discoveredAt", Instant.now().minus(Duration.ofDays(days)).toString());
    found.put("what", "A cabinet stood open");
    return service.maya().post(BREACHES).body(found).send().isCreated().id();
  }

  private Answer seen(UUID breach) {
    return service.priyaThePrivacyOfficer().get(BREACHES + "/{id}", breach).send().isOk();
  }

  private Answer does(UUID breach, String what, Object body) {
    return service
        .priyaThePrivacyOfficer()
        .post(BREACHES + "/{id}/" + what, breach)
        .ifMatch(seen(breach))
        .body(body)
        .send();
  }

  private static Map<String, Object> assessment(boolean lowProbability) {
    var made = new HashMap<String, Object>();
    made.put("nature", "Names and dates of meetings, on paper");
    made.put("whoGotIt", "The driver, who is bound to confidentiality");
    made.put("acquired", "The envelope was still sealed");
    made.put("mitigation", "It came back the same day");
    made.put("lowProbability", lowProbability);
    made.put("affected", 3);
    made.put("mostInOneState", 3);
    return made;
  }

  @Test
  @Proves("P2-BRE-1")
  void itIsPresumedUntilAllFourFactorsShowOtherwise() {
    var breach = discovered(3, 3).isCreated().id();
    assertThat(seen(breach).at("/status")).isEqualTo("presumed");
    for (var factor : List.of("nature", "whoGotIt", "acquired", "mitigation", "lowProbability")) {
      var made = assessment(true);
      made.remove(factor);
      does(breach, "assessment", made).isProblem(400, "invalid").hasFault("/" + factor, "missing");
    }
    assertThat(seen(breach).at("/status")).isEqualTo("presumed");
    assertThat(does(breach, "assessment", assessment(false)).isOk().at("/status"))
        .isEqualTo("confirmed");
    var none = does(breach, "assessment", assessment(true)).isOk();
    assertThat(none.at("/status")).isEqualTo("no-breach");
    assertThat(none.json().at("/notices")).isEmpty();
    does(breach, "notices", notice("individuals", "first-class-mail"))
        .isProblem(409, "breach-notice-not-due");
  }

  @Test
  @Proves("P2-BRE-1")
  void theClocksRunBeforeAnybodyKnowsHowManyItIsAbout() {
    var breach = discoveredDaysAgo(50, Map.of());
    var seen = seen(breach);
    assertThat(seen.json().has("affected")).isFalse();
    assertThat(seen.at("/notices/0/whom")).isEqualTo("individuals");
    assertThat(Instant.parse(seen.at("/notices/0/dueAt")))
        .isEqualTo(Instant.parse(seen.at("/discoveredAt")).plus(Duration.ofDays(60)));
    var both = List.of(service.registers("Ana"), service.registers("Bo"));
    var named = does(breach, "people", Map.of("clientIds", both)).isOk();
    assertThat(named.at("/notices/1/dueAt"))
        .as("more may be named until somebody says how many they are")
        .isEqualTo(seen.at("/notices/0/dueAt"));
    does(breach, "notices", notice("individuals", "first-class-mail")).isOk();
    service
        .maya()
        .post(BREACHES)
        .body(Map.of("discoveredAt", "2026-11-01T10:00:00Z", "what", "x", "affected", 0))
        .send()
        .isProblem(400, "invalid");
  }

  @Test
  @Proves("P2-BRE-1")
  void whatIsLateWhenItIsRecordedIsToldAtOnceThoughMoreIsDueLater() {
    var breach = discoveredDaysAgo(70, Map.of("affected", 2, "mostInOneState", 2));
    sweeping.sweep();
    assertThat(Attentions.about(breach, 2)).contains("breach-notices-late privacy_officer");
    does(breach, "notices", notice("individuals", "first-class-mail")).isOk();
    assertThat(deadlines(breach)).as("the government's after the year").isEqualTo(1);
  }

  @Test
  @Proves("P2-BRE-1")
  void aNoticeIsSentAfterTheDiscoveryAndInItsWayAndStaysInSight() {
    var breach = discovered(600, 600).isCreated().id();
    does(
            breach,
            "notices",
            Map.of("whom", "media", "how", "press", "sentAt", "2026-11-01T10:00:00Z"))
        .isProblem(400, "invalid")
        .hasFault("/sentAt", "before-discovery");
    does(breach, "notices", notice("media", "e-mail")).isProblem(422, "breach-notice-how");
    does(breach, "notices", notice("media", "press")).isOk();
    var none = does(breach, "assessment", assessment(true)).isOk();
    assertThat(none.json().at("/notices")).hasSize(1);
    assertThat(none.at("/notices/0/how")).isEqualTo("press");
  }

  @Test
  @Proves("P2-BRE-1")
  void thePressIsToldWhileNobodyKnowsWhereTheyLive() {
    var breach = discoveredDaysAgo(1, Map.of("affected", 600));
    assertThat(seen(breach).at("/notices/2/whom")).isEqualTo("media");
    does(breach, "notices", notice("media", "press")).isOk();
  }

  private static Map<String, Object> notice(String whom, String how) {
    return Map.of("whom", whom, "how", how, "sentAt", Instant.now().minusSeconds(5).toString());
  }

  @Test
  @Proves("P2-BRE-1")
  void theNoticesHaveTheirClocks() {
    var breach = discovered(600, 600).isCreated().id();
    var seen = seen(breach);
    var due = Instant.parse(seen.at("/discoveredAt")).plus(Duration.ofDays(60));
    for (int i = 0; i < 3; i++) {
      assertThat(Instant.parse(seen.at("/notices/" + i + "/dueAt"))).isEqualTo(due);
    }
    assertThat(Attentions.about(breach, 1)).containsExactly("breach-found privacy_officer");
    clock.advance(Duration.ofDays(45));
    sweeping.sweep();
    assertThat(Attentions.about(breach, 2)).contains("breach-notices-due privacy_officer");
    clock.advance(Duration.ofDays(15));
    sweeping.sweep();
    assertThat(Attentions.about(breach, 3)).contains("breach-notices-late privacy_officer");
  }

  @Test
  @Proves("P2-BRE-1")
  void whatWasSentIsWaitedForNoLonger() {
    var breach = discovered(3, 3).isCreated().id();
    assertThat(deadlines(breach)).isEqualTo(2);
    does(breach, "notices", notice("media", "press")).isProblem(409, "breach-notice-not-due");
    does(breach, "notices", notice("individuals", "press")).isProblem(422, "breach-notice-how");
    does(breach, "notices", notice("individuals", "first-class-mail")).isOk();
    does(breach, "notices", notice("individuals", "first-class-mail"))
        .isProblem(409, "breach-notice-sent");
    var told = does(breach, "notices", notice("hhs", "web-form")).isOk();
    assertThat(told.at("/notices/0/how")).isEqualTo("first-class-mail");
    assertThat(deadlines(breach)).isZero();
  }

  @Test
  @Proves("P2-BRE-1")
  void whoIsNamedAfterTheMailingIsToldByAnother() {
    var ana = service.registers("Ana");
    var bo = service.registers("Bo");
    var breach = discoveredDaysAgo(70, Map.of("affected", 2, "mostInOneState", 2));
    does(breach, "people", Map.of("clientIds", List.of(ana))).isOk();
    does(breach, "notices", notice("individuals", "first-class-mail")).isOk();
    does(breach, "notices", notice("hhs", "web-form")).isOk();
    assertThat(deadlines(breach)).isZero();

    var named = does(breach, "people", Map.of("clientIds", List.of(bo))).isOk();
    assertThat(named.json().at("/untoldClientIds").valueStream().map(JsonNode::asString))
        .containsExactly(bo.toString());
    assertThat(named.json().at("/notices/0/waits").asBoolean()).isTrue();
    sweeping.sweep();
    assertThat(Attentions.about(breach, 2))
        .as("the sixty days are over already")
        .contains("breach-notices-late privacy_officer");
    does(breach, "notices", with(notice("hhs", "web-form"), List.of(bo)))
        .isProblem(409, "breach-notice-sent");
    does(breach, "notices", with(notice("individuals", "e-mail"), List.of(UUID.randomUUID())))
        .isProblem(400, "invalid")
        .hasFault("/clientIds/0", "not-named");
    var told = does(breach, "notices", with(notice("individuals", "e-mail"), List.of(bo))).isOk();
    assertThat(told.json().at("/mailings")).hasSize(3);
    assertThat(told.json().at("/untoldClientIds")).isEmpty();
    assertThat(deadlines(breach)).isZero();
    does(breach, "notices", notice("individuals", "first-class-mail"))
        .isProblem(409, "breach-notice-sent");
  }

  @Test
  @Proves("P2-BRE-1")
  void whoWasToldStaysToldByThatNoticeWhateverBecomesOfAnother() {
    var ana = service.registers("Ana");
    var bo = service.registers("Bo");
    var breach = discovered(2, 2).isCreated().id();
    does(breach, "people", Map.of("clientIds", List.of(ana))).isOk();
    does(breach, "notices", notice("individuals", "first-class-mail")).isOk();
    does(breach, "people", Map.of("clientIds", List.of(bo))).isOk();
    does(breach, "notices", with(notice("individuals", "e-mail"), List.of(bo, ana)))
        .isProblem(400, "invalid")
        .hasFault("/clientIds/1", "told-already");
    var told = does(breach, "notices", with(notice("individuals", "e-mail"), List.of(bo))).isOk();
    corrects(breach, "notices/" + mailing(told, "e-mail")).isOk();
    assertThat(seen(breach).json().at("/untoldClientIds").valueStream().map(JsonNode::asString))
        .containsExactly(bo.toString());
  }

  private static String mailing(Answer breach, String how) {
    return breach
        .json()
        .at("/mailings")
        .valueStream()
        .filter(mailing -> mailing.at("/how").asString().equals(how))
        .findFirst()
        .orElseThrow()
        .at("/id")
        .asString();
  }

  @Test
  @Proves("P2-BRE-1")
  void aNoticeThatWasRecordedByMistakeIsWaitedForAgain() {
    var ana = service.registers("Ana");
    var breach = discovered(1, 1).isCreated().id();
    does(breach, "people", Map.of("clientIds", List.of(ana))).isOk();
    does(breach, "notices", with(notice("hhs", "web-form"), List.of(ana)))
        .isProblem(400, "invalid")
        .hasFault("/clientIds", "not-possible");
    does(breach, "notices", notice("hhs", "web-form")).isOk();
    var told = does(breach, "notices", notice("individuals", "first-class-mail")).isOk();
    assertThat(deadlines(breach)).isZero();
    for (var i : List.of(0, 1)) {
      corrects(breach, "notices/" + told.at("/mailings/" + i + "/id")).isOk();
    }
    corrects(breach, "notices/" + told.at("/mailings/0/id"))
        .isProblem(409, "breach-notice-in-error");
    corrects(breach, "notices/" + UUID.randomUUID()).isNotFound();
    var open = seen(breach);
    assertThat(open.json().at("/mailings")).hasSize(2).allMatch(it -> it.has("enteredInErrorAt"));
    assertThat(open.json().at("/notices")).allMatch(it -> it.at("/waits").asBoolean());
    assertThat(open.at("/untoldClientIds/0")).isEqualTo(ana.toString());
    assertThat(deadlines(breach)).isEqualTo(2);
    does(breach, "notices", notice("hhs", "web-form")).isOk();
  }

  @Test
  @Proves("P2-BRE-1")
  void whoWasNamedByMistakeIsAffectedByNothing() {
    var client = service.anaWithHerSignIn();
    var breach = discovered(1, 1).isCreated().id();
    does(breach, "people", Map.of("clientIds", List.of(client))).isOk();
    assertThat(affected(client)).hasSize(1);
    var none = corrects(breach, "people/" + client).isOk();
    assertThat(none.json().at("/clientIds")).isEmpty();
    assertThat(affected(client)).isEmpty();
    corrects(breach, "people/" + client).isNotFound();
    does(breach, "people", Map.of("clientIds", List.of(client))).isOk();
    assertThat(affected(client)).hasSize(1);
  }

  private List<JsonNode> affected(UUID client) {
    return service
        .ana()
        .get("/api/clients/{id}/record", client)
        .send()
        .isOk()
        .json()
        .at("/sections/breach-person")
        .valueStream()
        .toList();
  }

  private Answer corrects(UUID breach, String what) {
    return service
        .priyaThePrivacyOfficer()
        .post(BREACHES + "/{id}/" + what + "/entered-in-error", breach)
        .ifMatch(seen(breach))
        .send();
  }

  private static Map<String, Object> with(Map<String, Object> notice, List<UUID> clients) {
    var to = new HashMap<>(notice);
    to.put("clientIds", clients);
    return to;
  }

  private long deadlines(UUID breach) {
    return AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql("select count(*) from deadline where about = :id")
                            .param("id", breach)
                            .query(Long.class)
                            .single()));
  }

  @Test
  @Proves("P2-BRE-1")
  void theEnvelopeTellsNothingAndTheRecipientsAreListed() {
    var client = service.registers("Ana");
    var breach = discovered(1, 1).isCreated().id();
    var seen = does(breach, "people", Map.of("clientIds", List.of(client))).isOk();
    assertThat(seen.at("/clientIds/0")).isEqualTo(client.toString());
    assertThat(seen.json().at("/envelope").toString())
        .isEqualTo("{\"sender\":\"Mail Center\",\"address\":\"PO Box 400, Riverton\"}")
        .doesNotContainIgnoringCase("recovery")
        .doesNotContainIgnoringCase("riverbend");
    var carls = service.registers(service.carl(), "Cal");
    does(breach, "people", Map.of("clientIds", List.of(carls)))
        .isProblem(400, "invalid")
        .hasFault("/clientIds/0", "unknown");
  }

  @Test
  void itIsThePrivacyOfficersOfTheAgency() {
    var breach = discovered(3, 3).isCreated().id();
    service.maya().get(BREACHES + "/{id}", breach).send().isProblem(403, "role-not-allowed");
    var theirs = api.as(tokens.person("petra").of("harborlight").as(PRIVACY_OFFICER));
    theirs.get(BREACHES + "/{id}", breach).send().isNotFound();
    assertThat(theirs.get(BREACHES + "?limit=200").send().isOk().text())
        .doesNotContain(breach.toString());
    discovered(3, 4).isProblem(400, "invalid").hasFault("/mostInOneState", "too-many");
  }
}
