package org.handrail.local;

import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who people and services are, and what the broker lets them do, on a real Keycloak and Kafka. */
class IdentityIT {

  private static TestCoalition coalition;

  @BeforeAll
  static void start() {
    coalition = TestCoalition.start();
    System.setProperty(KafkaSettings.ALLOWED_URLS, coalition.tokenUrl());
  }

  @AfterAll
  static void stop() {
    coalition.close();
  }

  @ParameterizedTest
  @CsvSource({
    // at their own agency's sign-in page
    "maya@riverbend.example, riverbend, peer_specialist",
    "rosa@riverbend.example, riverbend, agency_admin supervisor",
    "priya@riverbend.example, riverbend, privacy_officer",
    "henry@harborlight.example, harborlight, privacy_officer supervisor",
    // there too, and never seen before
    "mina@riverbend.example, riverbend, peer_specialist",
    "hugo@harborlight.example, harborlight, intake_coordinator",
    "peter@harborlight.example, harborlight, peer_specialist",
    // here, with a password
    "cora@cedarhouse.example, cedarhouse, agency_admin intake_coordinator",
    "olive@coalition.example, coalition, coalition_admin",
    "ada@coalition.example, coalition, analyst",
    "ana@people.example, riverbend, client",
  })
  void tokenSaysWhoAndOneOrganizationAndTheirRoles(String email, String agency, String roles) {
    var claims = claims(coalition.token(email));

    assertThat(claims.path("iss").asString()).isEqualTo(coalition.issuer());
    assertThat(claims.path("aud").asString()).isEqualTo("handrail");
    assertThat(claims.path("azp").asString()).isEqualTo("handrail-cli");
    assertThat(claims.path("organization").propertyNames()).containsExactly(agency);
    assertThat(texts(claims.path("realm_access").path("roles")))
        .containsExactlyInAnyOrder(roles.split(" "));
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
  }

  @Test
  void subjectIsTheSameAtEverySignIn() {
    assertThat(claims(coalition.token("maya@riverbend.example")).path("sub").asString())
        .isEqualTo("0b000000-0000-4000-8000-000000001001");
    assertThat(claims(coalition.token("mina@riverbend.example")).path("sub"))
        .isEqualTo(claims(coalition.token("mina@riverbend.example")).path("sub"));
  }

  @Test
  void wrongPasswordSignsNobodyIn() {
    assertThatThrownBy(
            () ->
                BrowserSignIn.accessToken(coalition.issuer(), "cora@cedarhouse.example", "guessed"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("cora@cedarhouse.example cannot sign in");
  }

  @ParameterizedTest
  @CsvSource({
    "client-service,       handrail.client.v1 handrail.person.v1, handrail.client.v1"
        + " handrail.referral.v1",
    "plan-service,         handrail.plan.v1,                      handrail.client.v1"
        + " handrail.referral.v1",
    "referral-service,     handrail.referral.v1,                  handrail.client.v1",
    "notification-service, handrail.notification.v1,              handrail.client.v1"
        + " handrail.plan.v1 handrail.referral.v1",
    "analytics-service,    coalition.analytics.events.v1 coalition.analytics.measures.v1,"
        + " handrail.client.v1 handrail.notification.v1 handrail.person.v1 handrail.plan.v1"
        + " handrail.referral.v1",
    "analyst-cli,          '',                                    coalition.analytics.events.v1"
        + " coalition.analytics.measures.v1",
  })
  void brokerLetsEachWriteItsOwnAndReadWhatItNeeds(String principal, String writes, String reads)
      throws Exception {
    try (var admin = Admin.create(coalition.kafkaSettings(principal))) {
      assertThat(topicsFor(WRITE, admin)).isEqualTo(words(writes));
      assertThat(topicsFor(READ, admin)).isEqualTo(words(reads));
    }
  }

  /** What the broker itself says that this principal may do. */
  private static Set<String> topicsFor(AclOperation operation, Admin admin) throws Exception {
    var seen = admin.listTopics().names().get();
    var described =
        admin
            .describeTopics(
                TopicCollection.ofTopicNames(seen),
                new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .allTopicNames()
            .get();
    var allowed = new TreeSet<String>();
    described.forEach(
        (name, topic) -> {
          if (topic.authorizedOperations().contains(operation)) {
            allowed.add(name);
          }
        });
    return allowed;
  }

  @Test
  void analystReadsWhatAnalyticsPublishesAndNothingElse() throws Exception {
    write("analytics-service", "coalition.analytics.events.v1");
    write("referral-service", "handrail.referral.v1");

    assertThat(read("analyst-cli", "analyst-cli.mine", "coalition.analytics.events.v1"))
        .isEqualTo(1);
    assertThatThrownBy(() -> read("analyst-cli", "analyst-cli.mine", "handrail.referral.v1"))
        .isInstanceOf(TopicAuthorizationException.class);
    assertThatThrownBy(
            () -> read("analyst-cli", "analytics-service.x", "coalition.analytics.events.v1"))
        .isInstanceOf(GroupAuthorizationException.class);
    assertThatThrownBy(() -> write("analyst-cli", "coalition.analytics.events.v1"))
        .as("told by what send returns, or by send itself if the broker refused before it")
        .hasRootCauseInstanceOf(AuthorizationException.class);
  }

  @Test
  void serviceCannotWriteAnothersTopic() {
    assertThatThrownBy(() -> write("referral-service", "handrail.client.v1"))
        .hasCauseInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void serviceMayUseItsOwnTransactionsOnly() throws Exception {
    var settings = producer("client-service");
    settings.put("transactional.id", "client-service.relay");
    try (var mine = new KafkaProducer<String, String>(settings)) {
      mine.initTransactions();
      mine.beginTransaction();
      var sent = mine.send(new ProducerRecord<>("handrail.client.v1", "key", "value"));
      mine.commitTransaction();
      assertThat(sent.get().topic()).isEqualTo("handrail.client.v1");
    }
    settings.put("transactional.id", "plan-service.relay");
    try (var others = new KafkaProducer<String, String>(settings)) {
      assertThatThrownBy(others::initTransactions)
          .hasMessageContaining("Transactional Id authorization failed");
    }
  }

  @Test
  void brokerRefusesThePeoplesTokens(@TempDir Path directory) throws Exception {
    var token =
        Files.writeString(directory.resolve("token"), coalition.token("ada@coalition.example"));
    System.setProperty(KafkaSettings.ALLOWED_URLS, coalition.tokenUrl() + "," + token.toUri());
    var settings = new HashMap<>(coalition.kafkaSettings("analyst-cli"));
    settings.put(
        "sasl.oauthbearer.jwt.retriever.class",
        "org.apache.kafka.common.security.oauthbearer.FileJwtRetriever");
    settings.put("sasl.oauthbearer.token.endpoint.url", token.toUri().toString());
    try (var admin = Admin.create(settings)) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  private static void write(String principal, String topic) throws Exception {
    try (var producer = new KafkaProducer<String, String>(producer(principal))) {
      producer.send(new ProducerRecord<>(topic, "key", "value")).get();
    }
  }

  private static Map<String, Object> producer(String principal) {
    var settings = new HashMap<>(coalition.kafkaSettings(principal));
    settings.put("key.serializer", StringSerializer.class);
    settings.put("value.serializer", StringSerializer.class);
    return settings;
  }

  private static int read(String principal, String group, String topic) {
    var settings = new HashMap<>(coalition.kafkaSettings(principal));
    settings.put("group.id", group);
    settings.put("auto.offset.reset", "earliest");
    settings.put("key.deserializer", StringDeserializer.class);
    settings.put("value.deserializer", StringDeserializer.class);
    try (var consumer = new KafkaConsumer<String, String>(settings)) {
      consumer.subscribe(List.of(topic));
      var read = 0;
      for (int attempt = 0; read == 0 && attempt < 100; attempt++) {
        read = consumer.poll(Duration.ofMillis(200)).count();
      }
      return read;
    }
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static JsonNode claims(String token) {
    var payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return new JsonMapper().readTree(new String(payload, StandardCharsets.UTF_8));
  }
}
