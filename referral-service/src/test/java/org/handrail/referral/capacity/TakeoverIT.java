package org.handrail.referral.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places of a service that another agency runs than the one that said how many there are. */
@ReferralServiceIT
class TakeoverIT {
  private final Coalition coalition;
  private final Providers providers;
  private final HanasPlaces hana;

  TakeoverIT(Coalition coalition, Providers providers) {
    this.coalition = coalition;
    this.providers = providers;
    hana = new HanasPlaces(coalition);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void placesAreOfWhoeverRunsTheServiceNow() {
    UUID service = providers.service();
    Map<String, Object> body = CapacityIT.first(service, "bed", 4, 2);
    Answer said = coalition.hana().post("/api/capacity").body(body).send().isCreated();
    Answer other =
        coalition.hana().post("/api/capacity").body(CapacityIT.first(service, "slot", 9, 9)).send();
    providers.runs("hillcrest", service);
    var hilda = coalition.hilda();

    Answer anew = says(hilda, said, 1).isOk();
    Answer first =
        hilda
            .post("/api/capacity")
            .body(CapacityIT.first(service, "slot", 9, 8))
            .send()
            .isCreated();

    assertThat(anew.at("/agency")).isEqualTo("hillcrest");
    assertThat(anew.json().at("/own/free").asInt()).isEqualTo(1);
    assertThat(first.id()).isEqualTo(other.id());
    hilda.post("/api/capacity").body(body).send().isProblem(409, "capacity-exists");
    says(coalition.hana(), anew, 4).isNotFound();
    Answer history = hilda.get("/api/capacity/{id}/statements", said.id()).send().isOk();
    assertThat(history.json().at("/items").valueStream().map(s -> s.path("saidBy").asString()))
        .containsExactly("hillcrest", "harborlight");
  }

  @Test
  void whatAnAgencyKeepsIsCountedAgainOnceTheServiceIsBack() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 4);
    UUID referral = providers.accepted(service, 1).getFirst();
    hana.ask(capacity, referral).isCreated();
    Answer theirs = goesToHillcrest(service, capacity);
    assertThat(theirs.json().at("/own/held").asInt(-1)).isZero();
    providers.runs("harborlight", service);

    says(coalition.hana(), theirs, 0)
        .isProblem(422, "capacity-deficient")
        .hasFault("/free", "fewer-than-held");
    Answer back = says(coalition.hana(), theirs, 2).isOk();

    assertThat(back.json().at("/own/held").asInt(-1)).isOne();
    hana.answer(referral, "attended", null);
    assertThat(hana.own(capacity, "held")).isZero();
    assertThat(hana.own(capacity, "taken")).isOne();
  }

  @Test
  void whatAnAgencyKeptIsNoneOfThePlacesThatAnotherSaidLast() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 4);
    UUID referral = providers.accepted(service, 1).getFirst();
    hana.ask(capacity, referral).isCreated();
    goesToHillcrest(service, capacity);
    providers.runs("harborlight", service);

    hana.answer(referral, "attended", null);

    Answer theirs = coalition.hilda().get("/api/capacity/{id}", capacity).send().isOk();
    assertThat(theirs.json().at("/own/held").asInt(-1)).isZero();
    assertThat(theirs.json().at("/own/taken").asInt(-1)).isZero();
  }

  @Test
  void whatIsSaidOfAServiceThatClosedIsStillItsAgencysToCorrect() {
    UUID service = providers.service();
    Map<String, Object> body = CapacityIT.first(service, "bed", 4, 2);
    Answer said = coalition.hana().post("/api/capacity").body(body).send().isCreated();
    providers.closes(service);

    Answer anew = says(coalition.hana(), said, 0).isOk();

    says(coalition.hilda(), anew, 4).isNotFound();
    coalition
        .hana()
        .post("/api/capacity")
        .body(CapacityIT.first(service, "slot", 1, 1))
        .send()
        .isNotFound();
    coalition.hana().post("/api/capacity/{id}/retirement", said.id()).ifMatch(anew).send().isOk();
  }

  /** Of the four places there, Hilda says, three are free. */
  private Answer goesToHillcrest(UUID service, UUID capacity) {
    providers.runs("hillcrest", service);
    Answer seen = coalition.hilda().get("/api/capacity/{id}", capacity).send().isOk();
    return says(coalition.hilda(), seen, 3).isOk();
  }

  private static Answer says(Api who, Answer seen, int free) {
    return who.put("/api/capacity/{id}", seen.id())
        .ifMatch(seen)
        .body(CapacityIT.places(4, free))
        .send();
  }
}
