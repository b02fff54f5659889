package org.handrail.client.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.specialist.Roster.asked;
import static org.handrail.platform.caller.Role.CLIENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** Who tells of a wish for another specialist does not hear that somebody told of it before. */
@HandrailIT
class WishesToldTwiceIT {
  private final Roster here;

  WishesToldTwiceIT(Api api, TokenIssuer tokens) {
    here = new Roster(api, tokens, "willowbend");
  }

  @Test
  @Proves("R18")
  void whoMayNotKnowOfTheFirstIsAnsweredAsIfThereWereNone() {
    var alone = here.registers(here.peer("lou"), "Ida");
    var secret = here.clientWithSignIn("lou", "Ada");
    tells(here.as("Ada", CLIENT), secret, "own-sign-in", true).isCreated();

    var first = tells(here.peer("lou"), alone, "phone", true).isCreated();
    var second = tells(here.peer("lou"), secret, "phone", true).isCreated();
    assertThat(second.json().propertyNames()).isEqualTo(first.json().propertyNames());
    assertThat(second.header("Location")).isEqualTo(path(secret));
    for (var client : List.of(alone, secret)) {
      assertThat(shown(here.peer("lou"), client)).hasSize(1);
      tells(here.peer("lou"), client, "phone", true).isProblem(409, "change-asked-already");
    }
    assertThat(shown(here.peer("lou"), secret)).containsExactly(second.id());
    assertThat(asked("specialist-change-asked", second.id(), 1)).containsExactly("supervisor");
  }

  @Test
  void whoMayKnowOfItHearsThatItWaits() {
    var client = here.clientWithSignIn("meg", "Amy");
    tells(here.peer("meg"), client, "phone", true).isCreated();
    tells(here.as("Amy", CLIENT), client, "own-sign-in", false).isCreated();
    tells(here.as("Amy", CLIENT), client, "own-sign-in", false)
        .isProblem(409, "change-asked-already");
    tells(here.supervisor(), client, "phone", true).isProblem(409, "change-asked-already");
  }

  @Test
  @Proves("R18")
  void eachReadsOfWhatTheyToldAlsoWhenItIsSettled() {
    var tom = here.joins("tom");
    var client = here.clientWithSignIn("nan", "Eve");
    here.assigns(here.peer("nan"), client, "oli").isCreated();
    var eve = here.as("Eve", CLIENT);
    var first = tells(eve, client, "own-sign-in", true).isCreated().id();
    var key = UUID.randomUUID().toString();
    var body = Map.of("act", Roster.said("phone"));
    var told = here.peer("nan").post(path(client)).key(key).body(body).send().isCreated();
    assertThat(shown(here.peer("oli"), client)).isEmpty();

    settles(client, first, tom).isOk();
    assertThat(shown(here.peer("nan"), client)).containsExactly(told.id());
    var settled = here.peer("nan").get(path(client)).send().isOk();
    assertThat(settled.at("/items/0/incoming")).isEqualTo(here.subject("tom"));
    assertThat(settled.at("/items/0/outgoing")).isEqualTo(here.subject("nan"));
    assertThat(settled.json().at("/items/0/settledAt").isMissingNode()).isFalse();
    assertThat(shown(here.peer("oli"), client)).containsExactly(first);
    for (var all : List.of(eve, here.supervisor())) {
      assertThat(shown(all, client)).containsExactly(first, told.id());
    }
    var again = here.peer("nan").post(path(client)).key(key).body(body).send().isCreated();
    assertThat(again.id()).isEqualTo(told.id());
    settles(client, told.id(), tom).isProblem(409, "change-settled");

    here.peer("nan").post(path(client) + "/" + first + "/meeting").send().isNotFound();
    here.peer("nan").post(path(client) + "/" + told.id() + "/meeting").send().hasStatus(204);
    here.supervisor()
        .post(path(client) + "/" + first + "/meeting")
        .send()
        .isProblem(409, "change-settled");
    here.peer("nan").get("/api/clients/{id}", client).send().isNotFound();
  }

  @Test
  @Proves("R18")
  void withWhomTheyWouldNotBeAnyMoreNobodyElsesTellingKeepsThem() {
    var uma = here.joins("uma");
    var client = here.clientWithSignIn("pip", "Fae");
    tells(here.as("Fae", CLIENT), client, "own-sign-in", false).isCreated();
    var told = tells(here.peer("pip"), client, "phone", true).isCreated().id();
    settles(client, told, uma).isOk();
    here.peer("pip").get("/api/clients/{id}", client).send().isNotFound();
    assertThat(here.as("Fae", CLIENT).get(path(client)).send().isOk().json().at("/items"))
        .allSatisfy(change -> assertThat(change.has("metAt")).isTrue());
  }

  private Answer tells(Api by, UUID client, String kind, boolean warm) {
    return by.post(path(client)).body(Map.of("act", Roster.said(kind), "warm", warm)).send();
  }

  private Answer settles(UUID client, UUID change, UUID with) {
    return here.supervisor()
        .post(path(client) + "/" + change + "/settlement")
        .body(Map.of("specialistId", with))
        .send();
  }

  private static List<UUID> shown(Api reader, UUID client) {
    return reader
        .get(path(client))
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(change -> UUID.fromString(change.at("/id").asString()))
        .toList();
  }

  private static String path(UUID client) {
    return "/api/clients/" + client + "/specialist-changes";
  }
}
