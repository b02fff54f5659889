package org.handrail.client.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.specialist.Roster.asked;
import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Care for those who walk along. */
@HandrailIT
class WellbeingIT {
  private static final AgencyId AGENCY = new AgencyId("yarrowdale");

  private final Roster here;
  private final Roster there;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  WellbeingIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    here = new Roster(api, tokens, AGENCY.value());
    there = new Roster(api, tokens, "mossbank");
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  private long countAs(String name, String table) {
    return AgencyScope.as(AGENCY, new SubjectId(here.subject(name)))
        .call(
            () ->
                transactions.reading(
                    () -> jdbc.sql("select count(*) from " + table).query(Long.class).single()));
  }

  @Test
  @Proves("R22")
  void nobodyElseCanOpenSomebodysNotebook() {
    var abe = here.joins("abe");
    var before = here.supervisor().get("/api/specialists/{id}", abe).send().isOk();
    var path = "/api/specialists/me/wellness";
    var entry =
        Map.of("kind", "return-to-use", "feelings", Map.of("sleep", 2), "words", "A hard weekend");
    var written = here.peer("abe").post(path).body(entry).send().isCreated();
    assertThat(written.json().at("/support")).hasSize(2);
    here.peer("abe")
        .put("/api/specialists/me/wellness-plan")
        .body(Map.of("sections", Map.of("what helps", "My sister")))
        .ifMatch(0)
        .send()
        .isOk();
    assertThat(here.peer("abe").get(path).send().isOk().at("/items/0/words"))
        .isEqualTo("A hard weekend");

    for (var other :
        List.of(
            here.supervisor(),
            here.peer("ben"),
            here.as("ada", AGENCY_ADMIN, SUPERVISOR),
            there.as("abe", PEER_SPECIALIST))) {
      assertThat(other.get(path).send().isOk().json().at("/items")).isEmpty();
      assertThat(other.get("/api/specialists/me/wellness-plan").send().isOk().text())
          .doesNotContain("sister");
      other.delete(path + "/" + written.id()).send().isNotFound();
    }
    here.admin().get(path).send().isProblem(403, "role-not-allowed");
    for (var table : List.of("wellness_entry", "wellness_plan")) {
      assertThat(countAs("abe", table)).as(table).isEqualTo(1);
      for (var other : List.of("sol", "ada", "ben")) {
        assertThat(countAs(other, table)).as(table + " as " + other).isZero();
      }
      var asTheAgency =
          AgencyScope.as(AGENCY)
              .call(
                  () ->
                      transactions.reading(
                          () ->
                              jdbc.sql("select count(*) from " + table)
                                  .query(Long.class)
                                  .single()));
      assertThat(asTheAgency).as(table + " as the agency").isZero();
    }

    // It changes nothing anywhere else.
    assertThat(here.supervisor().get("/api/specialists/{id}", abe).send().isOk().text())
        .isEqualTo(before.text());
    here.registers(here.peer("abe"), "Cy");
    here.peer("abe").delete(path + "/" + written.id()).send().hasStatus(204);
    assertThat(countAs("abe", "wellness_entry")).isZero();
  }

  @Test
  @Proves("R22")
  void whoIsAskedForATalkHearsThatAndNothingMore() {
    var path = "/api/specialists/me/wellness";
    here.peer("cal")
        .post(path)
        .body(Map.of("kind", "note", "words", "secret", "talkTo", here.subject("cal")))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/talkTo", "oneself");
    // Nobody shall believe to have been heard by somebody who is not there.
    here.peer("cal")
        .post(path)
        .body(Map.of("kind", "note", "words", "secret", "talkTo", "nobody-at-all"))
        .send()
        .isProblem(409, "colleague-unknown");
    assertThat(here.peer("cal").get(path).send().isOk().json().at("/items")).isEmpty();
    here.peer("dot").get("/api/clients").send().isOk();
    here.peer("cal")
        .post(path)
        .body(Map.of("kind", "note", "words", "secret", "talkTo", here.subject("dot")))
        .send()
        .isCreated();
    var talks = here.peer("dot").get("/api/specialists/me/talks").send().isOk();
    assertThat(talks.at("/items/0/from")).isEqualTo(here.subject("cal"));
    assertThat(talks.text()).doesNotContain("secret");
    var talk = UUID.fromString(talks.at("/items/0/id"));
    assertThat(asked("asks-for-a-talk", talk, 1)).containsExactly(here.subject("dot"));
    assertThat(here.peer("dot").get("/api/specialists/me/talks/{id}", talk).send().isOk().text())
        .contains(here.subject("cal"))
        .doesNotContain("secret");
    here.supervisor().get("/api/specialists/me/talks/{id}", talk).send().isNotFound();
    assertThat(here.supervisor().get("/api/specialists/me/talks").send().json().at("/items"))
        .isEmpty();
    assertThat(countAs("sol", "asked_talk")).isZero();
  }

  @Test
  void aPlanOfOnesOwnChangesWithItsVersion() {
    var path = "/api/specialists/me/wellness-plan";
    var first = here.peer("dan").get(path).send().isOk();
    assertThat(first.etag()).isEqualTo("\"0\"");
    var body = Map.of("sections", Map.of("signs", "I stop calling"));
    here.peer("dan").put(path).body(body).ifMatch(first).send().isOk();
    here.peer("dan").put(path).body(body).ifMatch(first).send().isProblem(412, "version-conflict");
    here.peer("dan").put(path).body(body).send().isProblem(428, "precondition-required");
    here.peer("dan")
        .post("/api/specialists/me/wellness")
        .body(Map.of("kind", "check", "feelings", Map.of("sleep", 6)))
        .send()
        .isProblem(400, "invalid");
  }
}
