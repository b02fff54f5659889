package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class OutageIT {
  private static final DoorServer DOOR = Coalition.DOOR;
  private static final int CLIENTS = 20;
  private static final int EACH = 50;

  private final Coalition coalition;

  OutageIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("P2-CON-1")
  void thousandThatWaitForTheDoorGoOutAfterwardsInTheirOrderOnceAndAreJudgedThen() {
    Map<UUID, List<UUID>> sets = new LinkedHashMap<>();
    for (int i = 0; i < CLIENTS; i++) {
      UUID client = coalition.client();
      sets.put(client, coalition.choices(client, EACH));
    }
    DOOR.down();
    Map<String, List<String>> sent = new LinkedHashMap<>();
    List<String> all = new ArrayList<>();
    for (int round = 0; round < EACH; round++) {
      for (var choices : sets.entrySet()) {
        String referral = coalition.sent(choices.getValue().get(round)).toString();
        sent.computeIfAbsent(choices.getKey().toString(), any -> new ArrayList<>()).add(referral);
        all.add(referral);
      }
    }
    assertThat(all).hasSize(CLIENTS * EACH);
    assertThat(DOOR.asked()).isEmpty();
    assertThat(delivered(all)).isEmpty();
    for (String one : List.of(all.getFirst(), all.get(500), all.getLast())) {
      coalition.hana().get("/api/referrals/" + one).send().isNotFound();
      assertThat(coalition.maya().get("/api/referrals/" + one).send().at("/businessStatus"))
          .isEqualTo("awaiting-disclosure");
    }

    // One client takes the consent back meanwhile: what counts is what is so when it would go out.
    String tookBack = sets.keySet().iterator().next().toString();
    DOOR.denies(
        question -> question.path("clientId").asString().equals(tookBack), "consent-revoked");
    DOOR.up();
    List<String> lasts = sent.values().stream().toList().getLast();
    for (int round = 4; round < EACH; round += 5) {
      String there = lasts.get(round);
      Eventually.get(
          () -> {
            coalition.clock().advance(Duration.ofSeconds(1));
            return coalition.maya().get("/api/referrals/" + there).send();
          },
          seen -> seen.at("/businessStatus").equals("delivered"));
    }

    assertThat(Couriers.inOrderOfAsking(all)).isEqualTo(all);
    List<String> stopped = sent.getOrDefault(tookBack, List.of());
    List<String> others = all.stream().filter(id -> !stopped.contains(id)).toList();
    assertThat(delivered(all))
        .hasSize(all.size() - EACH)
        .containsExactlyInAnyOrderElementsOf(others);
    for (String one : stopped) {
      assertThat(coalition.maya().get("/api/referrals/" + one).send().at("/attention"))
          .isEqualTo("consent-revoked");
      coalition.hana().get("/api/referrals/" + one).send().isNotFound();
    }
  }

  /** Those that the receiver's people were told of. */
  private List<String> delivered(List<String> referrals) {
    String marker = coalition.drafted(coalition.chosen(coalition.client())).id().toString();
    ReferralEventsIT.about(marker, 1);
    return ReferralEventsIT.all(
            event ->
                ReferralEventsIT.type(event).equals("org.handrail.referral.delivered.v1")
                    && referrals.contains(event.key()))
        .stream()
        .map(event -> event.key())
        .toList();
  }
}
