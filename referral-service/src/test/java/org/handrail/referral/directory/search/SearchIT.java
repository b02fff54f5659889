package org.handrail.referral.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ReferralServiceIT
class SearchIT {
  private final Coalition coalition;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Searching searching;

  SearchIT(Coalition coalition, JdbcClient jdbc, Transactions transactions, Searching searching) {
    this.coalition = coalition;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.searching = searching;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
    coalition
        .olive()
        .post("/api/directory/imports?source=search")
        .body(
            """
            [{"id": "o", "name": "Quillwort Alliance", "services": [
              {"id": "a", "name": "Quillwort sober home for women", "status": "active", "minimum_age": 18,
               "languages": [{"id": "la", "code": "es"}],
               "attributes": [%1$s, %2$s, %3$s],
               "service_at_locations": [{"id": "sa", "location": {"id": "A", "location_type": "physical",
                 "latitude": 41.40, "longitude": -82.70,
                 "accessibility": [{"id": "w", "description": "Wheelchair ramp at the side"}]}}]},
              {"id": "b", "name": "Sober home by the lake", "description": "Of Quillwort", "status": "active",
               "attributes": [%4$s, %5$s],
               "service_at_locations": [
                 {"id": "sb", "location": {"id": "B", "location_type": "physical", "latitude": 41.90, "longitude": -82.70}},
                 {"id": "sc", "location": {"id": "C", "location_type": "physical", "latitude": 41.45, "longitude": -82.70}}]}]}]
            """
                .formatted(
                    term("1", "narr", "III"),
                    term("2", "handrail-eligibility", "women"),
                    term("3", "samhsa", "MD"),
                    term("4", "narr", "I"),
                    term("5", "handrail-transition", "jail")))
        .send()
        .isCreated();
  }

  private static String term(String id, String taxonomy, String code) {
    return """
    {"id": "x%1$s", "taxonomy_term": {"id": "t%1$s", "taxonomy": "%2$s", "code": "%3$s"}}\
    """
        .formatted(id, taxonomy, code);
  }

  @Test
  void namesComeBeforeDescriptionsAndTheLastWordMayBeUnfinished() {
    assertThat(names("q=quillwort"))
        .containsExactly("Quillwort sober home for women", "Sober home by the lake");
    assertThat(names("q=sober+quillw")).hasSize(2);
    assertThat(search("q=quillw+sober").isOk().json().at("/similar").asBoolean()).isTrue();
  }

  @Test
  void whatIsSpeltNearlySoIsOfferedAsThat() {
    Answer found = search("q=qillwort+sober").isOk();

    assertThat(found.json().at("/similar").asBoolean()).isTrue();
    assertThat(found.at("/items/0/name")).isEqualTo("Quillwort sober home for women");
    assertThat(search("q=quillwort").isOk().json().has("similar")).isFalse();
  }

  @Test
  void nearestComeFirstEachOnceByItsNearestPlace() {
    Answer found = search("q=quillwort&near=41.45,-82.70&within=100").isOk();

    assertThat(found.json().at("/items").size()).isEqualTo(2);
    assertThat(found.at("/items/0/name")).isEqualTo("Sober home by the lake");
    assertThat(found.json().at("/items/0/distanceKm").asDouble()).isZero();
    assertThat(found.json().at("/items/1/distanceKm").asDouble()).isBetween(5.5, 5.7);
    assertThat(names("q=quillwort&near=41.45,-82.70&within=3")).hasSize(1);
    assertThat(names("q=quillwort&near=10,10")).isEmpty();
  }

  @Test
  @Proves("R28")
  void findsRecoveryResidencesByLevelAndByWhereOneComesFrom() {
    assertThat(names("q=quillwort&narr=3")).containsExactly("Quillwort sober home for women");
    assertThat(names("q=quillwort&narr=1")).containsExactly("Sober home by the lake");
    assertThat(names("q=quillwort&narr=2")).isEmpty();
    assertThat(names("q=quillwort&from=jail")).containsExactly("Sober home by the lake");
    assertThat(names("q=quillwort&from=shelter")).isEmpty();
  }

  @Test
  void narrowsByLanguagePaymentAndAccess() {
    assertThat(names("q=quillwort&language=es")).hasSize(1);
    assertThat(names("q=quillwort&language=es-MX")).hasSize(1);
    assertThat(names("q=quillwort&payment=medicaid&accessible=wheelchair")).hasSize(1);
    assertThat(names("q=quillwort&payment=medicare")).isEmpty();
    assertThat(names("q=quillwort&accessible=hearing")).isEmpty();
  }

  @Test
  void leavesOutWhoIsSurelyNotTakenAndSaysWhyOfTheOthers() {
    assertThat(names("q=quillwort&eligible=men")).containsExactly("Sober home by the lake");
    assertThat(names("q=quillwort&eligible=age:17")).containsExactly("Sober home by the lake");
    JsonNode fit = search("q=quillwort&eligible=age:30,women").isOk().json().at("/items/0/fit");

    assertThat(fit.at("/match").asString()).isEqualTo("yes");
    assertThat(fit.at("/reasons/0/code").asString()).isEqualTo("within-ages");
    assertThat(search("q=quillwort&eligible=age:30,women").isOk().at("/items/1/fit/match"))
        .isEqualTo("unknown");
    for (String bad :
        List.of(
            "eligible=blue",
            "eligible=age:131",
            "eligible=age:200",
            "near=north",
            "near=91,0",
            "within=0",
            "within=501",
            "within=x")) {
      search(bad).isProblem(400, "invalid");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "need=foood | need | unknown | family-support, food",
        "payment=bitcoin | payment | unknown | medicaid",
        "accessible=stairs | accessible | unknown | hearing, other, wheelchair",
        "narr=5 | narr | unknown | 1, 2, 3, 4",
        "from=moon | from | unknown | jail, shelter, treatment",
        "language=xx | language | unknown | ISO 639",
        "within=5 | within | contradictory | near"
      })
  void whatNothingCanBeIsNotSoughtInVain(
      String query, String parameter, String code, String allowed) {
    Answer refused = search(query).isProblem(400, "invalid");

    assertThat(refused.at("/errors/0/parameter")).isEqualTo(parameter);
    assertThat(refused.at("/errors/0/code")).isEqualTo(code);
    assertThat(refused.at("/errors/0/detail")).contains(allowed).doesNotContain("foood", "moon");
  }

  @Test
  void aQuestionWithoutAWordIsNoQuestionAboutEverything() {
    for (String q : List.of("q=%00", "q=%25", "q=%F0%9F%99%82", "words=%3F%21")) {
      Answer refused = search(q).isProblem(400, "invalid");
      assertThat(refused.at("/errors/0/parameter")).isEqualTo(q.split("=", 2)[0]);
    }
    search("q=&limit=1").isOk();
  }

  @Test
  @Proves("C9")
  void aFamilySearchesWithoutAnyRecordAndNothingOfItIsKept() {
    String written =
        """
        select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_xact_user_tables
        """;
    String path = "need=family-support&near=41.45,-82.71&within=200&eligible=age:52";
    Answer found =
        coalition
            .as("rosa", "riverbend", Role.CLIENT)
            .get("/api/directory/services?" + path)
            .send()
            .isOk();

    assertThat(found.json().at("/items").size()).isGreaterThanOrEqualTo(2);
    assertThat(Set.of("yes", "unknown"))
        .contains(found.at("/items/0/fit/match"), found.at("/items/1/fit/match"));
    long changed =
        transactions.reading(
            () -> {
              long before = jdbc.sql(written).query(Long.class).single();
              searching.find(
                  new SearchParameters(
                          "family", null, null, null, "age:52", null, null, null, null, null, null)
                      .search(),
                  null,
                  20);
              return jdbc.sql(written).query(Long.class).single() - before;
            });
    assertThat(changed).isZero();
    Answer open = coalition.anonymous().get("/hsds/services?search=family").send().isOk();
    assertThat(open.json().at("/total_items").asInt()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void pagesByDistanceAndByWordsWithoutRepeating() {
    for (String query : List.of("near=41.45,-82.71&within=500", "q=recovery", "")) {
      var seen = new ArrayList<String>();
      String after = "";
      do {
        Answer page = search(query + "&limit=3" + after).isOk();
        page.json().at("/items").forEach(item -> seen.add(item.path("id").asString()));
        after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
      } while (!after.isEmpty());
      Answer whole = search(query + "&limit=100").isOk();
      assertThat(seen).as(query).hasSizeGreaterThan(3).doesNotHaveDuplicates();
      assertThat(seen.subList(0, Math.min(100, seen.size())))
          .isEqualTo(
              whole.json().at("/items").valueStream().map(i -> i.path("id").asString()).toList());
    }
  }

  private Answer search(String query) {
    return coalition.maya().get("/api/directory/services?" + query).send();
  }

  private List<String> names(String query) {
    return search(query)
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.path("name").asString())
        .toList();
  }
}
