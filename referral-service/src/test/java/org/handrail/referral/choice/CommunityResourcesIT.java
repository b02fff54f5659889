package org.handrail.referral.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class CommunityResourcesIT {

  private final Coalition coalition;

  CommunityResourcesIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("R5")
  void whatStandsInTheWayIsMetWithWhatTheCommunityHasAndTheClientGoesByThemselves() {
    UUID client = coalition.client();
    UUID rides = coalition.service("Rides to treatment");
    UUID delivery = coalition.service("Pantry delivery");
    Answer set = present(client, "transport", "transport", List.of(rides, delivery)).isCreated();
    assertThat(set.at("/barrier")).isEqualTo("transport");

    choose(set.id(), rides).isCreated();

    Answer sheet =
        coalition
            .maya()
            .get("/api/option-sets/{id}/contact-sheets/{service}", set.id(), rides)
            .send()
            .isOk();
    assertThat(sheet.text()).contains("Amity Wheels");
    assertThat(Coalition.DOOR.asked())
        .as("who goes by themselves is disclosed to nobody")
        .isEmpty();
    Answer all = coalition.maya().get("/api/option-sets?clientId={id}", client).send().isOk();
    assertThat(all.at("/items/0/barrier")).isEqualTo("transport");
    assertThat(all.at("/items/0/choice/serviceId")).isEqualTo(rides.toString());
  }

  @Test
  @Proves("R5")
  void whatStandsInTheWayNeverCrossesTheDoor() {
    Answer set =
        present(coalition.client(), "residential-treatment", "childcare", coalition.residential())
            .isCreated();
    choose(set.id(), coalition.residential().getFirst()).isCreated();
    UUID referral = coalition.delivered(set.id());

    assertThat(Coalition.DOOR.asked()).hasSize(1);
    assertThat(Coalition.DOOR.asked().getFirst().body().toString())
        .contains("residential-treatment")
        .doesNotContain("childcare");
    assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().isOk().text())
        .doesNotContain("childcare");
  }

  @Test
  void aBarrierIsOneOfThoseThatAreNamedOrNone() {
    present(coalition.client(), "residential-treatment", "motivation", coalition.residential())
        .isProblem(400, "invalid");
    Answer set = coalition.present(coalition.client()).isCreated();
    assertThat(set.json().has("barrier")).isFalse();
  }

  private Answer present(UUID client, String need, String barrier, List<UUID> services) {
    var body = new HashMap<String, Object>();
    body.put("clientId", client);
    body.put("need", need);
    body.put("barrier", barrier);
    body.put("services", services);
    return coalition.maya().post("/api/option-sets").body(body).send();
  }

  private Answer choose(UUID set, UUID service) {
    return coalition
        .maya()
        .post("/api/option-sets/{id}/choice", set)
        .body(Map.of("serviceId", service, "act", coalition.act("in-person")))
        .send();
  }
}
