package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class OutcomesIT {
  private final Coalition coalition;

  OutcomesIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("R11")
  void countsWhoCameAndStayedNotOnlyWhatWasSent() {
    UUID client = coalition.client();
    coalition.drafted(coalition.chosen(client));
    UUID first = delivered(client);
    UUID second = delivered(client);
    assertCounts(client, 2, 2, 0, 0);

    for (String step : new String[] {"accepted", "attended", "engaged"}) {
      coalition.answer(first, Map.of("step", step)).isOk();
    }
    coalition.requesterSees(first, "engaged");
    coalition.answer(second, Map.of("step", "accepted")).isOk();
    coalition.answer(second, Map.of("step", "attended")).isOk();
    coalition.requesterSees(second, "attended");
    assertCounts(client, 2, 2, 2, 1);
    coalition.answer(second, Map.of("step", "cancelled", "reason", "did-not-arrive")).isOk();
    Eventually.get(
        () -> coalition.maya().get("/api/referrals/{id}", second).send().isOk(),
        answer -> answer.at("/status").equals("cancelled"));
    assertCounts(client, 2, 2, 1, 1);
  }

  @Test
  @Proves("R11")
  void tellsNothingOfWhatTheDoorKeptBack() {
    Coalition.DOOR.closesTheWayBack("consent-discloser");
    UUID client = coalition.client();
    UUID referral = delivered(client);
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    coalition.answer(referral, Map.of("step", "attended")).isOk();
    Eventually.get(Coalition.DOOR::asked, asked -> asked.size() == 3);

    assertCounts(client, 1, 1, 0, 0);
  }

  @Test
  void countsOnesOwnOnly() {
    UUID client = coalition.client();
    delivered(client);
    var paul = coalition.as("paul-of-outcomes", "riverbend", Role.PEER_SPECIALIST);

    paul.get("/api/referrals/outcomes?clientId={id}", client).send().isNotFound();
    assertThat(paul.get("/api/referrals/outcomes").send().isOk().text())
        .isEqualTo("{\"sent\":0,\"delivered\":0,\"attended\":0,\"engaged\":0}");
  }

  private UUID delivered(UUID client) {
    Answer draft = coalition.drafted(coalition.chosen(client));
    coalition.send(draft).isOk();
    coalition.requesterSees(draft.id(), "delivered");
    return draft.id();
  }

  private void assertCounts(UUID client, int sent, int delivered, int attended, int engaged) {
    assertThat(
            coalition
                .maya()
                .get("/api/referrals/outcomes?clientId={id}", client)
                .send()
                .isOk()
                .text())
        .isEqualTo(
            "{\"sent\":%d,\"delivered\":%d,\"attended\":%d,\"engaged\":%d}"
                .formatted(sent, delivered, attended, engaged));
  }
}
