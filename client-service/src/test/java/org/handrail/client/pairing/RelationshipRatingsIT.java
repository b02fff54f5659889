package org.handrail.client.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.CLIENT;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a client and their specialist find each other. */
@HandrailIT
class RelationshipRatingsIT {
  private static final AgencyId AGENCY = new AgencyId("willowbend");

  private final Roster here;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  RelationshipRatingsIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    here = new Roster(api, tokens, AGENCY.value());
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  @Proves("V8")
  void howItIsStaysBetweenTheTwoUnlessTheClientSharesIt() {
    var client = here.clientWithSignIn("jon", "Lee");
    var path = "/api/clients/" + client + "/relationship-ratings";
    here.assigns(here.peer("jon"), client, "kat").isCreated();
    var lee = here.as("Lee", CLIENT);
    var rating = new HashMap<String, Object>();
    rating.put("of", here.subject("jon"));
    rating.put("heard", 9);
    rating.put("words", "We laugh a lot");
    rating.put("learned", "To ask for help");
    rating.put("act", Roster.said("own-sign-in"));
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

    rating.put("act", Roster.said("phone"));
    here.peer("kat").post(path).body(rating).send().isProblem(409, "between-the-two");
    rating.put("of", here.subject("nobody"));
    here.peer("jon")
        .post(path)
        .body(rating)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/of", "unknown");
  }

  @Test
  @Proves("V8")
  void whatTheClientSharesTheySayLastAndAlsoOfWhoWalkedWithThemBefore() {
    var client = here.clientWithSignIn("ben", "Ossi");
    var path = "/api/clients/" + client + "/relationship-ratings";
    var ossi = here.as("Ossi", CLIENT);
    here.peer("ben").get("/api/clients/{id}", client).send().isOk();
    here.assigns(here.peer("ben"), client, "cal").isCreated();
    here.assigns(here.peer("ben"), client, "sol").isCreated();
    here.supervisor()
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", here.subject("cal"), "relation", "primary"))
        .send()
        .isCreated();
    here.supervisor()
        .delete("/api/clients/{id}/assignments/{subject}", client, here.subject("ben"))
        .send()
        .hasStatus(204);

    var rating = new HashMap<String, Object>();
    rating.put("of", here.subject("ben"));
    rating.put("words", "He was late each time");
    rating.put("shareWithSupervisor", true);
    rating.put("act", Roster.said("own-sign-in"));
    var id = ossi.post(path).body(rating).send().isCreated().id();
    var before = ratings("dan");
    assertThat(shown(here.supervisor(), path)).as("also by who is a backup").isEqualTo(1);

    var sharing = path + "/" + id + "/sharing";
    here.supervisor()
        .post(sharing)
        .body(Map.of("shared", false, "act", Roster.said("phone")))
        .send()
        .isProblem(409, "between-the-two");
    here.peer("cal")
        .post(sharing)
        .body(Map.of("shared", false, "act", Roster.said("phone")))
        .send()
        .isNotFound();
    ossi.post(sharing)
        .body(Map.of("shared", false, "act", Roster.said("own-sign-in")))
        .send()
        .isOk();
    assertThat(shown(here.supervisor(), path)).isZero();
    assertThat(ratings("dan")).as("for the database too").isEqualTo(before - 1);
    assertThat(ossi.get(path).send().isOk().at("/items/0/sharing/kind")).isEqualTo("own-sign-in");
    var earlier = Instant.now().minus(Duration.ofDays(1)).toString();
    ossi.post(sharing)
        .body(Map.of("shared", true, "act", Map.of("kind", "own-sign-in", "at", earlier)))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-sharing");
    ossi.post(sharing)
        .body(Map.of("shared", true, "act", Roster.said("own-sign-in")))
        .send()
        .isOk();
    assertThat(shown(here.supervisor(), path)).isEqualTo(1);
  }

  @Test
  @Proves("V8")
  void whatTheySharedOnARecordThatWasMergedTheyStopSharingThere() {
    var merged = here.registers(here.peer("mo"), "Pat");
    var surviving = here.registers(here.peer("mo"), "Pat");
    var path = "/api/clients/" + merged + "/relationship-ratings";
    var rating = new HashMap<String, Object>();
    rating.put("of", here.subject("mo"));
    rating.put("shareWithSupervisor", true);
    rating.put("act", Roster.said("phone"));
    var id = here.peer("mo").post(path).body(rating).send().isCreated().id();
    here.supervisor()
        .post("/api/clients/{id}/merge", merged)
        .body(Map.of("into", surviving))
        .send()
        .isCreated();
    assertThat(shown(here.supervisor(), path)).isEqualTo(1);
    here.peer("mo")
        .post(path + "/" + id + "/sharing")
        .body(Map.of("shared", false, "act", Roster.said("phone")))
        .send()
        .isOk();
    assertThat(shown(here.supervisor(), path)).isZero();
  }

  private static int shown(Api reader, String path) {
    return reader.get(path).send().isOk().json().at("/items").size();
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
