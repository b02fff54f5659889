package org.handrail.client.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.specialist.Roster.asked;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With whom a client walks. */
@HandrailIT
class PairingIT {
  private static final AgencyId AGENCY = new AgencyId("willowbend");

  private final Roster here;
  private final Roster there;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Sweeping sweeping;
  private final SettableClock clock;

  PairingIT(
      Api api,
      TokenIssuer tokens,
      JdbcClient jdbc,
      Transactions transactions,
      Sweeping sweeping,
      SettableClock clock) {
    here = new Roster(api, tokens, AGENCY.value());
    there = new Roster(api, tokens, "mossbank");
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.sweeping = sweeping;
    this.clock = clock;
  }

  private static Map<String, Object> said(String kind) {
    var at = Instant.now().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
    return Map.of("kind", kind, "at", at.toString());
  }

  private void offers(String name, UUID specialist, Map<String, Object> offers) {
    here.peer(name)
        .put("/api/specialists/{id}/offers", specialist)
        .body(offers)
        .ifMatch(1)
        .send()
        .isOk();
  }

  /** A client of that specialist with a sign-in of their own. */
  private UUID client(String specialist, String name) {
    var id = here.registers(here.peer(specialist), name);
    here.peer(specialist)
        .post("/api/clients/{id}/assignments", id)
        .body(Map.of("subject", here.subject(name), "relation", "self"))
        .send()
        .isCreated();
    return id;
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
    var client = client("deb", "Una");
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
    wish.put("act", said("phone"));
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
    var audit = here.as("pri", PRIVACY_OFFICER).get("/api/specialists/trait-filters").send().isOk();
    assertThat(audit.at("/items/0/traits/0")).isEqualTo("gender");
    assertThat(audit.at("/items/0/searchedBy")).isEqualTo(here.subject("deb"));
    assertThat(audit.text()).doesNotContain(client.toString());
    here.peer("bea").post(path).body(Map.of()).send().isNotFound();
    there.supervisor().get(path).send().isNotFound();
    assertThat(there.supervisor().get("/api/specialists/trait-filters").send().json().at("/items"))
        .isEmpty();
  }

  @Test
  @Proves("R18")
  void aClientChangesSpecialistWithoutAReasonAndIsNeverLeftAlone() {
    var eva = here.joins("eva");
    var client = client("fay", "Ivy");
    var path = "/api/clients/" + client + "/specialist-changes";
    var ivy = here.as("Ivy", CLIENT);
    for (var field : List.of("reason", "words", "comment")) {
      ivy.post(path)
          .body(Map.of("act", said("own-sign-in"), field, "because"))
          .send()
          .isProblem(400, "invalid")
          .hasFault("/" + field, "unknown-field");
    }
    var act = new HashMap<>(said("own-sign-in"));
    act.put("words", "because");
    ivy.post(path)
        .body(Map.of("act", act))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/words", "unknown-field");
    var change =
        ivy.post(path).body(Map.of("act", said("own-sign-in"), "wanted", eva)).send().isCreated();
    ivy.post(path)
        .body(Map.of("act", said("own-sign-in")))
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
    here.peer("fay").post(step + "/meeting").send().isProblem(409, "change-not-settled");
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
    var client = client("hal", "Joy");
    var path = "/api/clients/" + client + "/specialist-changes";
    var change =
        here.as("Joy", CLIENT)
            .post(path)
            .body(Map.of("act", said("own-sign-in"), "warm", false))
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
  void aWishThatWaitsIsNotForgotten() {
    var client = client("ian", "Kay");
    var change =
        here.as("Kay", CLIENT)
            .post("/api/clients/{id}/specialist-changes", client)
            .body(Map.of("act", said("own-sign-in")))
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

  @Test
  @Proves("V8")
  void howItIsStaysBetweenTheTwoUnlessTheClientSharesIt() {
    var client = client("jon", "Lee");
    var path = "/api/clients/" + client + "/relationship-ratings";
    here.assigns(here.peer("jon"), client, "kat").isCreated();
    var lee = here.as("Lee", CLIENT);
    var rating = new HashMap<String, Object>();
    rating.put("of", here.subject("jon"));
    rating.put("heard", 9);
    rating.put("words", "We laugh a lot");
    rating.put("learned", "To ask for help");
    rating.put("act", said("own-sign-in"));
    var id = lee.post(path).body(rating).send().isCreated().id();
    assertThat(lee.get(path).send().isOk().at("/items/0/words")).isEqualTo("We laugh a lot");
    assertThat(here.peer("jon").get(path).send().isOk().json().at("/items")).hasSize(1);
    for (var colleague : List.of(here.supervisor(), here.peer("kat"))) {
      assertThat(colleague.get(path).send().isOk().json().at("/items")).isEmpty();
    }
    assertThat(ratings("sol")).isZero();
    assertThat(ratings("jon")).isEqualTo(1);
    assertThat(ratings("Lee")).isEqualTo(1);

    // Both learn.
    here.peer("kat")
        .post(path + "/" + id + "/reply")
        .body(Map.of("learned", "x"))
        .send()
        .isNotFound();
    here.peer("jon")
        .post(path + "/" + id + "/reply")
        .body(Map.of("learned", "To listen longer"))
        .send()
        .isCreated();
    here.peer("jon")
        .post(path + "/" + id + "/reply")
        .body(Map.of("learned", "again"))
        .send()
        .isProblem(409, "rating-answered");
    assertThat(lee.get(path).send().isOk().at("/items/0/specialistLearned"))
        .isEqualTo("To listen longer");

    rating.put("shareWithSupervisor", true);
    rating.put("words", "Tell Sol");
    lee.post(path).body(rating).send().isCreated();
    var shared = here.supervisor().get(path).send().isOk();
    assertThat(shared.json().at("/items")).hasSize(1);
    assertThat(shared.at("/items/0/words")).isEqualTo("Tell Sol");
    assertThat(here.peer("kat").get(path).send().isOk().json().at("/items")).isEmpty();

    rating.put("act", said("phone"));
    here.peer("kat").post(path).body(rating).send().isProblem(409, "between-the-two");
    rating.put("of", here.subject("nobody"));
    here.peer("jon")
        .post(path)
        .body(rating)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/of", "unknown");
  }

  private long ratings(String name) {
    return AgencyScope.as(AGENCY, new SubjectId(here.subject(name)))
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql("select count(*) from relationship_rating")
                            .query(Long.class)
                            .single()));
  }
}
