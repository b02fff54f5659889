package org.handrail.notification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.platform.caller.Role.ANALYST;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;
import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.handrail.notification.Newsroom;
import org.handrail.notification.NotificationServiceIT;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

@NotificationServiceIT
class NotificationsIT {

  private static final String LIST = "/api/notifications?limit=200";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AgencyId agency = Newsroom.agency();
  private final Newsroom newsroom;
  private final Api api;
  private final TokenIssuer tokens;

  NotificationsIT(Newsroom newsroom, Api api, TokenIssuer tokens) {
    this.newsroom = newsroom;
    this.api = api;
    this.tokens = tokens;
  }

  private Api intake(String name) {
    return api.as(tokens.person(name).of(agency.value()).as(INTAKE_COORDINATOR));
  }

  private Api specialist(String name) {
    return api.as(tokens.person(name).of(agency.value()).as(PEER_SPECIALIST));
  }

  private static List<String> about(Api reader) {
    return reader
        .get(LIST)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.get("subjectId").asString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "org.handrail.referral.delivered.v1, referral-delivered",
    "org.handrail.referral.withdrawn.v1, referral-cancelled"
  })
  void tellsTheReceiversIntakeAndNobodyElse(String type, String code) {
    for (var example : EventContracts.examples(type)) {
      var referral = UUID.randomUUID();
      KafkaFixture.send(example.about(referral).ofAgency(agency.value()).onTheWire());
      var hana = intake("hana");
      await().atMost(PATIENCE).until(() -> about(hana).contains(referral.toString()));
      var item = hana.get(LIST).send().json().at("/items/0");
      assertThat(item.get("code").asString()).isEqualTo(code);
      assertThat(item.get("subjectKind").asString()).isEqualTo("referral");
      assertThat(item.propertyNames())
          .containsExactlyInAnyOrder("id", "code", "subjectKind", "subjectId", "at");
      assertThat(about(intake("hugo"))).contains(referral.toString());
      assertThat(about(specialist("maya"))).isEmpty();
      assertThat(about(api.as(tokens.person("hana").of("elsewhere").as(INTAKE_COORDINATOR))))
          .isEmpty();
    }
  }

  @Test
  void tellsWhoseAttentionIsAskedAndNobodyElse() {
    for (var example : EventContracts.examples("org.handrail.attention.asked.v1")) {
      KafkaFixture.send(example.about(UUID.randomUUID()).ofAgency(agency.value()).onTheWire());
    }
    var consent = "9d2f7c11-40f3-4f0e-8f7e-1f0b2c3d4e51";
    var maya =
        api.as(
            tokens
                .person("maya")
                .claim("sub", "0b000000-0000-4000-8000-000000001001")
                .of(agency.value())
                .as(PEER_SPECIALIST));
    var priya = api.as(tokens.person("priya").of(agency.value()).as(PRIVACY_OFFICER));
    await().atMost(PATIENCE).until(() -> about(maya).equals(List.of(consent)));
    await().atMost(PATIENCE).until(() -> about(priya).equals(List.of(consent)));
    assertThat(maya.get(LIST).send().json().at("/items/0/code").asString())
        .isEqualTo("consent-expiring");
    assertThat(about(specialist("paul"))).isEmpty();
  }

  @Test
  void tellsWhoSentTheReferralOfEachAnswerAndNobodyElse() {
    for (var example : EventContracts.examples("org.handrail.referral.status-released.v1")) {
      ((ObjectNode) example.data()).remove("hears");
      toTheRequester(example, "referral-" + told(example));
    }
  }

  @Test
  void tellsWhoSentTheReferralThatTheDoorRefused() {
    for (var example : EventContracts.examples("org.handrail.referral.refused.v1")) {
      ((ObjectNode) example.data()).remove("hears");
      toTheRequester(example, "referral-refused");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"org.handrail.referral.status-released.v1", "org.handrail.referral.refused.v1"})
  void tellsThoseAtTheClientsSideInsteadOfWhoSentTheReferralAndLeft(String type) {
    var example = EventContracts.examples(type).getFirst();
    var maya = TokenIssuer.subject("maya").value();
    var toPaul = example.about(UUID.randomUUID()).ofAgency(agency.value()).with("requester", maya);
    ((ObjectNode) toPaul.data()).putArray("hears").add(TokenIssuer.subject("paul").value());
    KafkaFixture.send(toPaul.onTheWire());
    var toNobody =
        example.about(UUID.randomUUID()).ofAgency(agency.value()).with("requester", maya);
    ((ObjectNode) toNobody.data()).putArray("hears");
    KafkaFixture.send(toNobody.onTheWire());

    var rosa = api.as(tokens.person("rosa").of(agency.value()).as(SUPERVISOR));
    await().atMost(PATIENCE).until(() -> about(specialist("paul")).size() == 1);
    await().atMost(PATIENCE).until(() -> about(rosa).size() == 1);
    assertThat(about(specialist("maya"))).isEmpty();
    assertThat(about(rosa)).containsExactly(toNobody.event().get("partitionkey").asString());
  }

  private void toTheRequester(EventContracts.Example example, String code) {
    var referral = UUID.randomUUID();
    KafkaFixture.send(
        example
            .about(referral)
            .ofAgency(agency.value())
            .with("requester", TokenIssuer.subject("maya").value())
            .onTheWire());
    var maya = specialist("maya");
    await().atMost(PATIENCE).until(() -> about(maya).contains(referral.toString()));
    assertThat(maya.get(LIST).send().at("/items/0/code")).isEqualTo(code);
    assertThat(about(specialist("paul"))).isEmpty();
    assertThat(about(intake("hana"))).isEmpty();
  }

  private static String told(EventContracts.Example example) {
    var data = example.data();
    return data.path("step").asString(data.path("businessStatus").asString(""));
  }

  @Test
  void isReadByEachReaderForThemselves() {
    newsroom.tell(agency, Newsroom.intake());
    var hana = intake("hana");
    var hugo = intake("hugo");
    var id = hana.get(LIST).send().at("/items/0/id");
    var read = hana.post("/api/notifications/" + id + "/reading").send().isOk();
    assertThat(read.at("/readAt")).isNotEmpty();
    var again = hana.post("/api/notifications/" + id + "/reading").send().isOk();
    assertThat(again.at("/readAt")).isEqualTo(read.at("/readAt"));
    assertThat(hana.get(LIST).send().at("/items/0/readAt")).isEqualTo(read.at("/readAt"));
    assertThat(hugo.get(LIST).send().json().at("/items/0").has("readAt")).isFalse();
  }

  @Test
  void looksToOthersAsIfItWereNotThere() {
    newsroom.tell(agency, Newsroom.person("maya"));
    var id = specialist("maya").get(LIST).send().at("/items/0/id");
    var path = "/api/notifications/" + id + "/reading";
    specialist("paul").post(path).send().isNotFound();
    intake("hana").post(path).send().isNotFound();
    api.as(tokens.person("maya").of("elsewhere").as(PEER_SPECIALIST))
        .post(path)
        .send()
        .isNotFound();
    specialist("maya")
        .post("/api/notifications/{id}/reading", UUID.randomUUID())
        .send()
        .isNotFound();
    specialist("maya").post("/api/notifications/no-id/reading").send().isNotFound();
    assertThat(newsroom.transactions.reading(this::rows)).as("row security").isZero();
  }

  private long rows() {
    return newsroom.jdbc.sql("select count(*) from notification").query(Long.class).single();
  }

  @Test
  void isListedNewestFirstPageByPage() {
    var first = newsroom.tell(agency, Newsroom.intake()).toString();
    newsroom.tell(agency, Newsroom.person("maya"));
    var second = newsroom.tell(agency, Newsroom.intake()).toString();
    var third = newsroom.tell(agency, Newsroom.intake()).toString();
    var hana = intake("hana");
    var page = hana.get("/api/notifications?limit=2").send().isOk();
    assertThat(page.at("/items/0/subjectId")).isEqualTo(third);
    assertThat(page.at("/items/1/subjectId")).isEqualTo(second);
    var rest = hana.get("/api/notifications?limit=2&after=" + page.at("/next")).send().isOk();
    assertThat(rest.at("/items/0/subjectId")).isEqualTo(first);
    assertThat(rest.json().has("next")).isFalse();

    hana.get("/api/notifications?after=" + UUID.randomUUID()).send().isProblem(400, "invalid");
    hana.get("/api/notifications?after=x").send().hasStatus(400);
    hana.get("/api/notifications?limit=0").send().isProblem(400, "invalid");
    hana.get("/api/notifications?limit=201").send().isProblem(400, "invalid");
  }

  @Test
  void whatIsUnreadIsListedHoweverManyAreReadBeforeIt() {
    var old = newsroom.tell(agency, Newsroom.intake()).toString();
    newsroom.tell(agency, Newsroom.intake());
    var newest = newsroom.tell(agency, Newsroom.intake()).toString();
    var hana = intake("hana");
    var second = hana.get(LIST).send().at("/items/1/id");
    hana.post("/api/notifications/" + second + "/reading").send().isOk();

    var first = hana.get("/api/notifications?unread=true&limit=1").send().isOk();
    assertThat(first.at("/items/0/subjectId")).isEqualTo(newest);
    var rest =
        hana.get("/api/notifications?unread=true&limit=1&after=" + first.at("/next")).send().isOk();
    assertThat(rest.at("/items/0/subjectId")).isEqualTo(old);
    assertThat(rest.json().has("next")).isFalse();
    assertThat(about(intake("hugo"))).as("read by herself alone").hasSize(3);
  }

  @Test
  void isForPeopleOfAnAgency() {
    api.get(LIST).send().isProblem(401, "unauthenticated");
    api.as(tokens.person("hana").of("harborlight").expired().as(INTAKE_COORDINATOR))
        .get(LIST)
        .send()
        .isProblem(401, "unauthenticated");
    api.as(tokens.person("hana").of("harborlight").forged().as(INTAKE_COORDINATOR))
        .get(LIST)
        .send()
        .isProblem(401, "unauthenticated");
    api.as(tokens.person("ada").of("coalition").as(ANALYST))
        .get(LIST)
        .send()
        .isProblem(403, "role-not-allowed");
    api.as(tokens.person("hana").as(INTAKE_COORDINATOR))
        .get(LIST)
        .send()
        .isProblem(403, "organization-missing");
    api.as(tokens.service("referral-service").calling("notification-service").as(SVC_REFERRAL))
        .get(LIST)
        .send()
        .isProblem(403, "role-not-allowed");
  }
}
