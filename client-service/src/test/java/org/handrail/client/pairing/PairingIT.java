package org.handrail.client.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.handrail.client.specialist.Roster.asked;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** With whom a client walks. */
@HandrailIT
class PairingIT {
  private static final AgencyId AGENCY = new AgencyId("willowbend");

  private final Roster here;
  private final Roster there;
  private final Sweeping sweeping;
  private final SettableClock clock;

  PairingIT(Api api, TokenIssuer tokens, Sweeping sweeping, SettableClock clock) {
    here = new Roster(api, tokens, AGENCY.value());
    there = new Roster(api, tokens, "mossbank");
    this.sweeping = sweeping;
    this.clock = clock;
  }

  private void offers(String name, UUID specialist, Map<String, Object> offers) {
    here.peer(name)
        .put("/api/specialists/{id}/offers", specialist)
        .body(offers)
        .ifMatch(1)
        .send()
        .isOk();
  }

  private static List<String> ids(Answer found) {
    return found
        .json()
        .at("/candidates")
        .valueStream()
        .map(each -> each.at("/specialistId").asString())
        .toList();
  }

  @Test
  @Proves({"R18", "V5"})
  void findsByWhatBothSidesSayAndKeepsWhoPickedByWhat() {
    var ann = here.joins("ann");
    var bea = here.joins("bea");
    var cyd = here.joins("cyd");
    offers("ann", ann, Map.of("gender", "woman", "livedExperience", List.of("parenting")));
    offers("bea", bea, Map.of("livedExperience", List.of("parenting")));
    offers("cyd", cyd, Map.of("gender", "woman", "takesNew", false));
    var client = here.clientWithSignIn("deb", "Una");
    var path = "/api/clients/" + client + "/matches";
    var wish = new HashMap<String, Object>();
    wish.put("livedExperience", List.of("parenting"));
    wish.put("gender", "woman");
    here.peer("deb")
        .post(path)
        .body(wish)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    here.peer("deb")
        .post(path)
        .body(Map.of("clientScore", 3))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/clientScore", "unknown-field");
    wish.put("act", Roster.said("phone"));
    var found = here.peer("deb").post(path).body(wish).send().isCreated();
    assertThat(ids(found))
        .startsWith(ann.toString(), bea.toString())
        .doesNotContain(cyd.toString());
    assertThat(found.json().at("/candidates/0/fits").valueStream().map(it -> it.asString()))
        .containsExactly("gender:woman", "lived-experience:parenting");
    // What Ann offers beyond the wish is not shown, nor anything of how much she carries.
    assertThat(found.json().at("/candidates/0").propertyNames())
        .containsExactlyInAnyOrder("specialistId", "name", "languages", "fits");

    var looked = here.as("Una", CLIENT).get(path).send().isOk();
    assertThat(looked.at("/items/0/gender")).isEqualTo("woman");
    assertThat(looked.at("/items/0/act/kind")).isEqualTo("phone");
    here.as("Una", CLIENT)
        .post(path)
        .body(Map.of("livedExperience", List.of("grief")))
        .send()
        .isCreated();
    // With whom else the client would like to walk they may keep from whoever walks with them.
    assertThat(here.peer("deb").get(path).send().isOk().json().at("/items")).hasSize(1);
    for (var one : List.of(here.as("Una", CLIENT), here.supervisor())) {
      assertThat(one.get(path).send().isOk().json().at("/items")).hasSize(2);
    }
    var log = here.peer("deb").get("/api/clients/{id}/access-log", client).send().isOk();
    assertThat(log.text()).contains("clients-assignments").doesNotContain("clients-matches");

    var audit = here.as("pri", PRIVACY_OFFICER).get("/api/specialists/trait-filters").send().isOk();
    assertThat(audit.at("/items/0/traits/0")).isEqualTo("gender");
    assertThat(audit.at("/items/0/searchedBy")).isEqualTo(here.subject("deb"));
    assertThat(audit.text()).doesNotContain(client.toString());
    here.as("Una", CLIENT)
        .post(path)
        .body(Map.of("cultures", List.of("deaf"), "act", Roster.said("own-sign-in")))
        .send()
        .isCreated();
    var own = here.as("pri", PRIVACY_OFFICER).get("/api/specialists/trait-filters").send().isOk();
    assertThat(own.at("/items/0/traits/0")).isEqualTo("culture");
    assertThat(own.json().at("/items/0").has("searchedBy")).isFalse();
    assertThat(own.text()).doesNotContain(here.subject("Una"));
    here.peer("bea").post(path).body(Map.of()).send().isNotFound();
    there.supervisor().get(path).send().isNotFound();
    assertThat(there.supervisor().get("/api/specialists/trait-filters").send().json().at("/items"))
        .isEmpty();
  }

  @Test
  @Proves("R18")
  void aClientChangesSpecialistWithoutAReasonAndIsNeverLeftAlone() {
    var eva = here.joins("eva");
    var client = here.clientWithSignIn("fay", "Ivy");
    var path = "/api/clients/" + client + "/specialist-changes";
    var ivy = here.as("Ivy", CLIENT);
    for (var field : List.of("reason", "words", "comment")) {
      ivy.post(path)
          .body(Map.of("act", Roster.said("own-sign-in"), field, "because"))
          .send()
          .isProblem(400, "invalid")
          .hasFault("/" + field, "unknown-field");
    }
    var act = new HashMap<>(Roster.said("own-sign-in"));
    act.put("words", "because");
    ivy.post(path)
        .body(Map.of("act", act))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/words", "unknown-field");
    var change =
        ivy.post(path)
            .body(Map.of("act", Roster.said("own-sign-in"), "wanted", eva))
            .send()
            .isCreated();
    ivy.post(path)
        .body(Map.of("act", Roster.said("own-sign-in")))
        .send()
        .isProblem(409, "change-asked-already");
    assertThat(asked("specialist-change-asked", change.id(), 1)).containsExactly("supervisor");

    // Not even that it was asked: they might talk the client out of it.
    assertThat(here.peer("fay").get(path).send().isOk().json().at("/items")).isEmpty();
    assertThat(here.supervisor().get(path).send().isOk().json().at("/items")).hasSize(1);

    var step = path + "/" + change.id();
    var settlement = Map.of("specialistId", eva);
    here.peer("fay")
        .post(step + "/settlement")
        .body(settlement)
        .send()
        .isProblem(403, "role-not-allowed");
    here.peer("fay").post(step + "/meeting").send().isNotFound();
    here.supervisor().post(step + "/meeting").send().isProblem(409, "change-not-settled");
    there.supervisor().post(step + "/settlement").body(settlement).send().isNotFound();
    here.supervisor()
        .post(step + "/settlement")
        .body(Map.of("specialistId", UUID.randomUUID()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/specialistId", "unknown");
    var settled = here.supervisor().post(step + "/settlement").body(settlement).send().isOk();
    assertThat(settled.at("/incoming")).isEqualTo(here.subject("eva"));
    here.supervisor()
        .post(step + "/settlement")
        .body(settlement)
        .send()
        .isProblem(409, "change-settled");
    assertThat(relation("eva", client)).isEqualTo("primary");
    assertThat(relation("fay", client)).isEqualTo("backup");
    here.peer("eva").post(step + "/meeting").send().hasStatus(204);
    here.peer("fay").get("/api/clients/{id}", client).send().isNotFound();
    here.peer("eva").post(step + "/meeting").send().isProblem(409, "change-settled");
  }

  @Test
  @Proves("R18")
  void withWhomAClientWouldNotBeAnyMoreTheyNeedNotBe() {
    var gia = here.joins("gia");
    var client = here.clientWithSignIn("hal", "Joy");
    var path = "/api/clients/" + client + "/specialist-changes";
    var change =
        here.as("Joy", CLIENT)
            .post(path)
            .body(Map.of("act", Roster.said("own-sign-in"), "warm", false))
            .send()
            .isCreated();
    here.supervisor()
        .post(path + "/" + change.id() + "/settlement")
        .body(Map.of("specialistId", gia))
        .send()
        .isOk();
    here.peer("hal").get("/api/clients/{id}", client).send().isNotFound();
    assertThat(relation("gia", client)).isEqualTo("primary");
  }

  @Test
  @Proves("R18")
  void aWishThatCameTrueOtherwiseIsSettledAndOneToldAfterwardsIsNot() {
    var lea = here.joins("lea");
    var max = here.joins("max");
    var client = here.clientWithSignIn("max", "Lyn");
    var handedOver = here.clientWithSignIn("ned", "Moe");
    var wishes = List.of(wishes("Lyn", client), wishes("Moe", handedOver));
    here.assigns(here.peer("max"), client, "lea").isCreated();
    here.supervisor().post("/api/specialists/{id}/departure", max).send().hasStatus(204);
    handsOver(handedOver, "lea");

    var settled = settles(client, wishes.getFirst(), lea).isOk();
    assertThat(settled.at("/incoming")).isEqualTo(here.subject("lea"));
    assertThat(settled.json().has("outgoing")).isFalse();
    settles(handedOver, wishes.getLast(), lea).isOk();
    assertThat(relation("lea", client)).isEqualTo("primary");

    settles(client, wishes("Lyn", client), lea).isProblem(409, "already-assigned");
  }

  @Test
  @Proves("R18")
  void whoIsThereOnceMoreIsNotWhomTheClientWouldRatherHave() {
    var oda = here.joins("oda");
    here.joins("pim");
    var client = here.clientWithSignIn("oda", "Noa");
    var wish = wishes("Noa", client);
    handsOver(client, "pim");
    handsOver(client, "oda");

    settles(client, wish, oda).isProblem(409, "already-assigned");
  }

  @Test
  @Proves("R18")
  void aWishAboutWhoCameSinceTheLastIsAnother() {
    var quin = here.joins("quin");
    var client = here.clientWithSignIn("rex", "Pia");
    var first = wishes("Pia", client);
    handsOver(client, "quin");

    var second = wishes("Pia", client);

    var seen =
        here.as("Pia", CLIENT).get("/api/clients/{id}/specialist-changes", client).send().isOk();
    assertThat(seen.json().at("/items").valueStream())
        .extracting(item -> item.path("id").asString(), item -> item.path("incoming").asString(""))
        .containsExactly(
            tuple(first.toString(), here.subject("quin")), tuple(second.toString(), ""));
    settles(client, first, quin).isProblem(409, "change-settled");
    settles(client, second, quin).isProblem(409, "already-assigned");
  }

  private void handsOver(UUID client, String to) {
    here.supervisor()
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", here.subject(to), "relation", "primary"))
        .send()
        .isCreated();
  }

  private UUID wishes(String name, UUID client) {
    return here.as(name, CLIENT)
        .post("/api/clients/{id}/specialist-changes", client)
        .body(Map.of("act", Roster.said("own-sign-in")))
        .send()
        .isCreated()
        .id();
  }

  private Answer settles(UUID client, UUID wish, UUID with) {
    return here.supervisor()
        .post("/api/clients/" + client + "/specialist-changes/" + wish + "/settlement")
        .body(Map.of("specialistId", with))
        .send();
  }

  @Test
  void aWishThatWaitsIsNotForgotten() {
    var client = here.clientWithSignIn("ian", "Kay");
    var change =
        here.as("Kay", CLIENT)
            .post("/api/clients/{id}/specialist-changes", client)
            .body(Map.of("act", Roster.said("own-sign-in")))
            .send()
            .isCreated();
    try {
      clock.advance(Duration.ofDays(3).plusMinutes(1));
      sweeping.sweep();
    } finally {
      clock.reset();
    }
    assertThat(asked("specialist-change-waits", change.id(), 1)).containsExactly("supervisor");
  }

  private String relation(String name, UUID client) {
    return here.peer(name).get("/api/clients/{id}", client).send().isOk().at("/relation");
  }
}
