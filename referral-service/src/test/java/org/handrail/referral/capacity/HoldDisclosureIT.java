package org.handrail.referral.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class HoldDisclosureIT {
  private final Coalition coalition;
  private final Providers providers;
  private final HanasPlaces hana;

  HoldDisclosureIT(Coalition coalition, Providers providers) {
    this.coalition = coalition;
    this.providers = providers;
    hana = new HanasPlaces(coalition);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void requesterHearsOfItThroughTheDoor() {
    UUID service = providers.service();
    UUID referral = providers.accepted(service, 1).getFirst();
    Coalition.DOOR.down();
    hana.ask(hana.beds(service, 1), referral).isCreated();

    assertThat(status(referral)).isEqualTo("acknowledged");
    coalition.doorIsBack();
    coalition.requesterSees(referral, "hold-granted");
    assertThat(
            Coalition.DOOR
                .asked()
                .getLast()
                .body()
                .at("/content/referral-status/businessStatus")
                .asString())
        .isEqualTo("hold-granted");
  }

  @Test
  @Proves("P2-APP-2")
  void nobodyElseSeesAPlaceKeptNorTakenWhenTheDoorSaysNothing() {
    Coalition.DOOR.closesTheWayBack("consent-missing");
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 2);
    List<UUID> referrals = providers.accepted(service, 2);
    coalition.clock().set(coalition.clock().instant());
    Answer before = coalition.maya().get("/api/capacity/{id}", capacity).send().isOk();
    String seen =
        coalition.maya().get("/api/referrals/{id}", referrals.getFirst()).send().isOk().text();

    referrals.forEach(referral -> hana.ask(capacity, referral).isCreated());
    hana.answer(referrals.getFirst(), "attended", null);
    Eventually.get(() -> Coalition.DOOR.asked().size(), asked -> asked >= 3);

    Answer after = coalition.maya().get("/api/capacity/{id}", capacity).send().isOk();
    assertThat(after.text()).isEqualTo(before.text());
    assertThat(after.etag()).isEqualTo(before.etag());
    assertThat(coalition.maya().get("/api/referrals/{id}", referrals.getFirst()).send().text())
        .isEqualTo(seen);
    coalition
        .maya()
        .get("/api/capacity/{id}/holds", capacity)
        .send()
        .isProblem(403, "role-not-allowed");
    coalition
        .as("ines", "hillcrest", Role.INTAKE_COORDINATOR)
        .get("/api/capacity/{id}/holds", capacity)
        .send()
        .isNotFound();
  }

  @Test
  @Proves("P2-MIN-1")
  void whoWasNotToldForWhatAPersonIsSentLearnsItFromNoPlace() {
    UUID service = providers.service();
    UUID its = hana.keptAtOnce(service, "bed");
    UUID others = hana.keptAtOnce(providers.service(), "bed");
    Answer drafted = coalition.draftedOfContactAlone(chosen(service));
    coalition.send(drafted).isOk();
    coalition.requesterSees(drafted.id(), "delivered");

    hana.answer(drafted.id(), "accepted", null);
    for (UUID place : List.of(its, others)) {
      hana.ask(place, drafted.id()).isProblem(409, "service-not-told");
    }

    assertThat(hana.steps(drafted.id())).doesNotContain("hold-granted");
    assertThat(hana.own(its, "held")).isZero();
    hana.answer(drafted.id(), "hold-granted", null);
    assertThat(hana.own(its, "held")).isZero();
  }

  private UUID chosen(UUID service) {
    String need = "need-" + UUID.randomUUID();
    providers.term(need);
    List<UUID> only = List.of(service);
    return coalition.ranked(
        coalition.options().present(coalition.client(), need, only).isCreated().id(), only);
  }

  private String status(UUID referral) {
    return coalition
        .maya()
        .get("/api/referrals/{id}", referral)
        .send()
        .isOk()
        .at("/businessStatus");
  }
}
