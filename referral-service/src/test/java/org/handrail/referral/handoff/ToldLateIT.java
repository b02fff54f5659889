package org.handrail.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.referral.TimePassing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a handoff after something that came later is kept, and undoes nothing. */
@ReferralServiceIT
class ToldLateIT {
  private final Coalition coalition;
  private final MayasHandoffs maya;
  private final TimePassing time;

  ToldLateIT(Coalition coalition, TimePassing time) {
    this.coalition = coalition;
    this.time = time;
    maya = new MayasHandoffs(coalition);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void backToNow() {
    time.backToNow();
  }

  @Test
  void aMissUndoesNoMeetingThatCameAfterIt() {
    Answer opened = maya.opened(coalition.delivered());
    Instant earlier = anHourPasses();
    Answer met = maya.met(opened, now()).isOk();

    Answer told = maya.missed(met, earlier).isOk();

    assertThat(told.at("/state")).isEqualTo("met");
    assertThat(told.json().has("reofferBy")).isFalse();
    assertThat(told.json().at("/meetings")).hasSize(2);
    assertThat(told.at("/version")).isEqualTo("2");
    assertThat(maya.missed(told, now()).isOk().at("/state")).isEqualTo("missed");
  }

  @Test
  void aMissUndoesNoOfferThatCameAfterIt() {
    Answer opened = maya.opened(coalition.delivered());
    Instant earlier = anHourPasses();
    Answer offered =
        maya.step(opened, "offers", Map.of("plannedAt", now().plus(Duration.ofDays(5)).toString()))
            .isOk();

    Answer told = maya.missed(offered, earlier).isOk();

    assertThat(told.at("/state")).isEqualTo("open");
    assertThat(told.json().at("/meetings")).hasSize(1);
  }

  @Test
  void aMeetingUndoesNoMissThatCameAfterItWhoeverToldOfThat() {
    Answer opened = maya.opened(coalition.delivered());
    Instant earlier = anHourPasses();
    Answer missed = maya.missed(opened, now()).isOk();
    Answer told = maya.met(missed, earlier).isOk();
    assertThat(told.at("/state")).isEqualTo("missed");
    assertThat(told.at("/reofferBy")).isEqualTo(missed.at("/reofferBy"));

    UUID referral = coalition.delivered();
    Answer other = maya.opened(referral);
    Instant before = anHourPasses();
    maya.didNotCome(referral);
    Answer toldByThePlace = maya.seen(other.id(), "missed");
    assertThat(maya.met(toldByThePlace, before).isOk().at("/state")).isEqualTo("missed");
  }

  @Test
  void aMissOfWhichThePlaceTellsLateUndoesNoMeetingThatCameAfterIt() {
    UUID referral = coalition.delivered();
    Answer opened = maya.opened(referral);
    Coalition.DOOR.down();
    coalition
        .answer(referral, Map.of("step", "accepted", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.answer(referral, Map.of("step", "missed")).isOk();
    anHourPasses();
    maya.met(opened, now()).isOk();
    coalition.doorIsBack();
    coalition.requesterSees(referral, "missed");
    time.carried();

    assertThat(maya.show(opened.id()).at("/state")).isEqualTo("met");
  }

  @Test
  void ofWhoCameNoMissIsToBeMadeUpFor() {
    UUID referral = coalition.delivered();
    Answer opened = maya.opened(referral);
    maya.came(referral);
    Answer arrived = maya.arrived(opened.id());

    Answer told = maya.missed(arrived, now()).isOk();

    assertThat(told.at("/state")).isEqualTo("open");
    assertThat(told.json().at("/meetings")).hasSize(1);
  }

  private Instant now() {
    return coalition.clock().instant();
  }

  /** Gives the time at its beginning. */
  private Instant anHourPasses() {
    Instant before = now();
    coalition.clock().advance(Duration.ofHours(1));
    return before;
  }
}
