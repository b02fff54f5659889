package org.handrail.referral.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.fixtures.WholeDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ReferralServiceIT
class SearchIT {
  private final Coalition coalition;
  private final WholeDatabase database;

  SearchIT(Coalition coalition, JdbcClient jdbc, Transactions transactions) {
    this.coalition = coalition;
    database = new WholeDatabase(jdbc, transactions);
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

  @AfterEach
  void clockGoes() {
    coalition.clock().reset();
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

  @ParameterizedTest
  @CsvSource({
    "narr=1, narr, I",
    "narr=2, narr, II",
    "narr=3, narr, III",
    "narr=4, narr, IV",
    "from=jail, handrail-transition, jail",
    "from=treatment, handrail-transition, treatment",
    "from=shelter, handrail-transition, shelter"
  })
  @Proves("R28")
  void findsAResidenceByEachLevelAndByEachPlaceThatOneComesFrom(
      String query, String taxonomy, String code) {
    String name = residence(term("r", taxonomy, code));

    assertThat(names("q=" + name + "&" + query)).containsExactly(name);
    for (String other : List.of("narr=1", "narr=2", "narr=3", "narr=4")) {
      assertThat(names("q=" + name + "&" + other)).hasSize(other.equals(query) ? 1 : 0);
    }
    for (String other : List.of("from=jail", "from=treatment", "from=shelter")) {
      assertThat(names("q=" + name + "&" + other)).hasSize(other.equals(query) ? 1 : 0);
    }
  }

  @Test
  @Proves("R28")
  void aResidenceWhoseCertificationRanOutIsNotFoundByItsLevel() {
    LocalDate last = LocalDate.ofInstant(coalition.clock().instant(), ZoneOffset.UTC).plusDays(30);
    String name =
        residence(
            term("r", "narr", "II"),
            said("certified-by", "Ohio Recovery Housing"),
            said("certified-until", last.toString()));

    coalition.clock().advance(Duration.ofDays(30));
    assertThat(names("q=" + name + "&narr=2")).containsExactly(name);
    Answer inForce = search("q=" + name).isOk();
    assertThat(inForce.at("/items/0/certification/by")).isEqualTo("Ohio Recovery Housing");
    assertThat(inForce.at("/items/0/certification/until")).isEqualTo(last.toString());
    assertThat(inForce.at("/items/0/certification/ranOut")).isEqualTo("false");

    coalition.clock().advance(Duration.ofDays(1));
    assertThat(names("q=" + name + "&narr=2")).isEmpty();
    assertThat(search("q=" + name).isOk().at("/items/0/certification/ranOut")).isEqualTo("true");
  }

  @Test
  @Proves("R28")
  void aDayThatIsNoneSaysNothingOfACertification() {
    String name = residence(term("r", "narr", "II"), said("certified-until", "2026-02-31"));

    assertThat(names("q=" + name + "&narr=2")).containsExactly(name);
    assertThat(search("q=" + name).isOk().json().at("/items/0").has("certification")).isFalse();
    assertThat(names("q=quillwort&narr=3")).as("of whom nothing is said").hasSize(1);
  }

  /** The name of a residence of which a file says this. */
  private String residence(String... attributes) {
    String name = "Reedmace" + UUID.randomUUID().toString().replace("-", "");
    coalition
        .olive()
        .post("/api/directory/imports?source=" + name.toLowerCase(Locale.ROOT))
        .body(
            """
            [{"id": "o", "name": "Houses", "services": [
              {"id": "s", "name": "%s", "status": "active", "attributes": [%s]}]}]
            """
                .formatted(name, String.join(", ", attributes)))
        .send()
        .isCreated();
    return name;
  }

  private static String said(String code, String value) {
    return """
    {"id": "v-%1$s", "value": "%2$s", "taxonomy_term": {"id": "c-%1$s", "taxonomy": "narr", "code": "%1$s"}}\
    """
        .formatted(code, value);
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
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "need=",
        "eligible=",
        "language=%20",
        "payment=",
        "accessible=",
        "narr=",
        "from=+",
        "near=",
        "within=",
        "q=%20",
        "words=",
        "after=",
        "limit="
      })
  void aBlankFilterIsNoQuestionAboutEverything(String query) {
    Answer refused =
        search(query + (query.startsWith("q=") ? "" : "&q=quillwort")).isProblem(400, "invalid");

    assertThat(refused.at("/errors/0/parameter")).isEqualTo(query.split("=", 2)[0]);
    assertThat(refused.at("/errors/0/code")).isEqualTo("missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"age:16,age:34", "age:34,age:34", "women,", ","})
  void nobodyHasTwoAges(String eligible) {
    Answer refused = search("q=quillwort&eligible=" + eligible).isProblem(400, "invalid");

    assertThat(refused.at("/errors/0/parameter")).isEqualTo("eligible");
  }

  @Test
  @Proves("C9")
  void aFamilySearchesWithoutAnyRecordAndNothingOfItIsKept() {
    String word = "quillwort" + UUID.randomUUID().toString().replace("-", "");
    String path = "need=family-support&near=41.45,-82.71&within=200&eligible=age:52";
    Api rosa = coalition.as("rosa", "riverbend", Role.CLIENT);
    Answer found = rosa.get("/api/directory/services?" + path).send().isOk();

    assertThat(found.json().at("/items").size()).isGreaterThanOrEqualTo(2);
    assertThat(Set.of("yes", "unknown"))
        .contains(found.at("/items/0/fit/match"), found.at("/items/1/fit/match"));
    rosa.get("/api/directory/services?q=" + word + "&near=41.4567819,-82.71").send().isOk();
    rosa.get("/api/directory/services?need=" + word).send();
    coalition.anonymous().get("/hsds/services?search=" + word).send().isOk();
    assertThat(database.rowsWith(word)).isEmpty();
    assertThat(database.rowsWith("41.4567819")).isEmpty();
    assertThat(database.rowsWith("Quillwort Alliance")).as("what is kept is seen").isNotEmpty();
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
