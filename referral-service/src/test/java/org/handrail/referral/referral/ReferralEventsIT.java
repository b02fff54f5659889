package org.handrail.referral.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class ReferralEventsIT {
  private static final int PARTITIONS = 6;

  private final Coalition coalition;

  ReferralEventsIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void tellsEachSideWhatItMayKnowInTheOrderInWhichItHappened() {
    UUID client = coalition.client();
    Answer draft = coalition.drafted(coalition.chosen(client));
    coalition.send(draft).isOk();
    coalition.requesterSees(draft.id(), "delivered");
    coalition.answer(draft.id(), Map.of("step", "accepted")).isOk();
    coalition.requesterSees(draft.id(), "acknowledged");
    coalition.answer(draft.id(), Map.of("step", "attended")).isOk();
    Answer seen = coalition.requesterSees(draft.id(), "attended");
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", draft.id())
        .ifMatch(seen)
        .body(Map.of("reason", "need-met-elsewhere"))
        .send()
        .isOk();

    List<ConsumerRecord<String, byte[]>> events = about(draft.id().toString(), 9);
    assertThat(
            events.stream()
                .map(e -> type(e).replaceAll("org.handrail.referral.|.v1", "") + "@" + agency(e)))
        .containsExactly(
            "drafted@riverbend",
            "sent@riverbend",
            "delivered@harborlight",
            "answered@harborlight",
            "status-released@riverbend",
            "answered@harborlight",
            "status-released@riverbend",
            "cancelled@riverbend",
            "withdrawn@harborlight");
    for (ConsumerRecord<String, byte[]> event : events) {
      EventContracts.assertPromised(event, type(event));
      assertThat(value(event)).doesNotContain("quiet place", "Residential", "Harborlight on");
      if (agency(event).equals("harborlight")) {
        assertThat(value(event)).doesNotContain(client.toString(), "demographics");
      }
    }
  }

  @Test
  void tellsOfARefusalAndOfAChoice() {
    Coalition.DOOR.denies("consent-revoked");
    UUID client = coalition.client();
    UUID set = coalition.chosen(client);
    Answer draft = coalition.drafted(set);
    coalition.send(draft).isOk();

    List<ConsumerRecord<String, byte[]>> events = about(draft.id().toString(), 3);
    assertThat(type(events.getLast())).isEqualTo("org.handrail.referral.refused.v1");
    assertThat(agency(events.getLast())).isEqualTo("riverbend");
    assertThat(value(events.getLast())).contains("consent-revoked");
    EventContracts.assertPromised(events.getLast(), "org.handrail.referral.refused.v1");
    ConsumerRecord<String, byte[]> chosen = about(set.toString(), 1).getFirst();
    EventContracts.assertPromised(chosen, "org.handrail.option.chosen.v1");
  }

  @Test
  void saysNothingToTheRequesterOfAnAnswerThatWasKeptBack() {
    Coalition.DOOR.closesTheWayBack("consent-discloser");
    UUID referral = coalition.delivered();
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    Eventually.get(Coalition.DOOR::asked, asked -> asked.size() == 2);
    UUID later = coalition.delivered();
    about(later.toString(), 3);

    assertThat(all(event -> event.key().equals(referral.toString())))
        .filteredOn(event -> agency(event).equals("riverbend"))
        .extracting(ReferralEventsIT::type)
        .containsExactly("org.handrail.referral.drafted.v1", "org.handrail.referral.sent.v1");
  }

  @Test
  void everyExampleIsOfATypeThatIsWritten() {
    for (String type :
        Set.of(
            "drafted",
            "sent",
            "delivered",
            "refused",
            "answered",
            "status-released",
            "cancelled",
            "withdrawn")) {
      assertThat(EventContracts.examples("org.handrail.referral." + type + ".v1")).isNotEmpty();
    }
  }

  static List<ConsumerRecord<String, byte[]>> about(String key, int howMany) {
    return KafkaFixture.read(
        "handrail.referral.v1", event -> event.key().equals(key), howMany, Duration.ofSeconds(60));
  }

  /** Whatever is in the topic at present. */
  static List<ConsumerRecord<String, byte[]>> all(
      Predicate<ConsumerRecord<String, byte[]>> matching) {
    var marker = UUID.randomUUID().toString();
    // One in each partition: whatever stands before them has been read then.
    for (int partition = 0; partition < PARTITIONS; partition++) {
      KafkaFixture.send(
          new ProducerRecord<>("handrail.referral.v1", partition, marker, "{}".getBytes(UTF_8)));
    }
    var found = new ArrayList<ConsumerRecord<String, byte[]>>();
    KafkaFixture.read(
        "handrail.referral.v1",
        event -> {
          if (matching.test(event)) {
            found.add(event);
          }
          return event.key().equals(marker);
        },
        PARTITIONS,
        Duration.ofSeconds(60));
    return found;
  }

  static String type(ConsumerRecord<String, byte[]> event) {
    return header(event, "ce_type");
  }

  private static String agency(ConsumerRecord<String, byte[]> event) {
    return header(event, "ce_agency");
  }

  private static String value(ConsumerRecord<String, byte[]> event) {
    return new String(event.value(), UTF_8);
  }

  private static String header(ConsumerRecord<String, byte[]> event, String name) {
    var header = event.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}
