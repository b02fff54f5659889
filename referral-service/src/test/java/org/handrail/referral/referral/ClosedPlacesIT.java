package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places that close, or come to another agency, after the client has chosen them. */
@ReferralServiceIT
class ClosedPlacesIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;
  private final Providers providers;
  private final TimePassing time;
  private final Courier courier;
  private final String need = "need-" + UUID.randomUUID();

  ClosedPlacesIT(Coalition coalition, Providers providers, TimePassing time, Courier courier) {
    this.coalition = coalition;
    this.providers = providers;
    this.time = time;
    this.courier = courier;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
    providers.term(need);
  }

  @AfterEach
  void backToNow() {
    DOOR.reset();
    courier.start();
    time.backToNow();
  }

  @Test
  @Proves("P2-CON-5")
  void nothingIsSentToAPlaceThatClosedOrIsAnotherAgencysByNow() {
    UUID closed = providers.service();
    UUID moved = providers.service();
    Answer first = coalition.drafted(chosen(List.of(closed)));
    Answer second = coalition.drafted(chosen(List.of(moved)));
    providers.closes(closed);
    providers.runs("hillcrest", moved);

    coalition.send(first).isProblem(422, "place-not-available");
    coalition.send(second).isProblem(422, "place-not-available");

    assertThat(DOOR.asked()).isEmpty();
    providers.runs("harborlight", moved);
    coalition.send(second).isOk();
    coalition.requesterSees(second.id(), "delivered");
  }

  @Test
  @Proves("P2-CON-5")
  void aSendingThatWaitsWhileThePlaceBecomesAnotherAgencysIsTakenBack() {
    UUID moved = providers.service();
    UUID set = chosen(List.of(moved));
    courier.stop();
    UUID referral = coalition.sent(set);
    providers.runs("hillcrest", moved);
    courier.start();

    Answer back =
        Eventually.get(
            () -> coalition.maya().get("/api/referrals/{id}", referral).send().isOk(),
            seen -> !seen.at("/attention").isEmpty() || !seen.at("/disclosureId").isEmpty());
    assertThat(back.at("/attention")).isEqualTo("place-not-available");
    assertThat(back.at("/attentionDetail")).contains("choose anew");
    assertThat(DOOR.asked()).isEmpty();
    coalition.hana().get("/api/referrals/{id}", referral).send().isNotFound();
    providers.runs("harborlight", moved);
    coalition.send(back).isOk();
    coalition.requesterSees(referral, "delivered");
  }

  @Test
  void whatTheDoorLetOutBeforeThePlaceClosedIsNotSaidToHaveStayed() {
    UUID closing = providers.service();
    UUID set = chosen(List.of(closing));
    DOOR.losesItsAnswers();
    UUID referral = coalition.sent(set);
    Eventually.get(DOOR::asked, asked -> !asked.isEmpty());
    providers.closes(closing);
    DOOR.reset();
    coalition.doorIsBack();

    Answer seen = coalition.requesterSees(referral, "delivered");
    assertThat(seen.at("/attention")).isEmpty();
    assertThat(DOOR.asked().getLast().answer().at("/disclosureId").asString())
        .isEqualTo(seen.at("/disclosureId"));
    coalition.hana().get("/api/referrals/{id}", referral).send().isOk();
  }

  @Test
  void nobodyIsReroutedToAPlaceThatClosesWhileTheDoorIsAskedAboutIt() {
    UUID here = providers.service();
    UUID next = providers.service();
    UUID referral = time.delivered(chosen(List.of(here, next)));
    providers.runs("hillcrest", next);
    var asked = new AtomicInteger();
    DOOR.meanwhile(
        () -> {
          // First whether answers come back from here, then whether it would go there.
          if (asked.incrementAndGet() == 2) {
            providers.closes(next);
          }
        });
    time.outOfTime();

    Answer over =
        Eventually.get(
            () -> coalition.maya().get("/api/referrals/{id}", referral).send().isOk(),
            seen -> seen.at("/status").equals("cancelled"));
    assertThat(over.at("/businessStatus")).isEqualTo("expired");
    assertThat(over.at("/reroutedTo")).isEmpty();
    assertThat(Askings.about(referral, 3))
        .contains("riverbend referral-expired " + TokenIssuer.subject("maya").value());
  }

  private UUID chosen(List<UUID> order) {
    UUID set = coalition.options().present(coalition.client(), need, order).isCreated().id();
    return coalition.ranked(set, order);
  }
}
