package org.handrail.referral.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.MayasOptions;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.fixtures.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class OptionReasonsIT {
  private final Coalition coalition;
  private final MayasOptions options;
  private final WholeDatabase database;

  OptionReasonsIT(Coalition coalition, JdbcClient jdbc, Transactions transactions) {
    this.coalition = coalition;
    options = coalition.options();
    database = new WholeDatabase(jdbc, transactions);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("R6")
  void eachOptionSaysWhyItIsThereAndWhatNobodyKnows() {
    Houses houses = new Houses();
    LocalDate longAgo =
        LocalDate.ofInstant(coalition.clock().instant(), ZoneOffset.UTC).minusDays(100);
    UUID one =
        houses.add(
            "Alder House", "\"minimum_age\": 18, \"assured_date\": \"%s\"".formatted(longAgo));
    UUID other = houses.add("Birch House", "\"maximum_age\": 29");

    Answer set = houses.present(Map.of("age", 30, "language", "tlh"));

    assertThat(set.json().at("/details/order").valueStream().map(o -> o.asString()))
        .containsExactly("fewest-no", "most-yes", "name");
    assertThat(told(set))
        .containsExactly(
            one + " age=yes confirmed-lately=no language=unknown need=yes takes-referrals=no",
            other
                + " age=no confirmed-lately=unknown language=unknown need=yes takes-referrals=no");
    Answer read = coalition.maya().get("/api/option-sets/{id}", set.id()).send().isOk();
    assertThat(told(read)).isEqualTo(told(set));
    assertThat(read.text()).doesNotContain("tlh");
  }

  @Test
  @Proves({"R6", "R29"})
  void aLanguageIsTheSameHoweverItsSourceWritesIt() {
    Houses houses = new Houses();
    UUID code = houses.add("Alder House", speaking("\"code\": \"spa\", \"name\": \"Castellano\""));
    UUID name = houses.add("Birch House", speaking("\"name\": \"Spanish\""));
    UUID own = houses.add("Cedar House", speaking("\"code\": \"Español\""));
    UUID unknown = houses.add("Dogwood House", speaking("\"name\": \"Mixteco Bajo\""));
    UUID english = houses.add("Elm House", speaking("\"code\": \"eng\", \"name\": \"English\""));

    assertThat(fits(houses.present(Map.of("language", "es")), "language"))
        .isEqualTo(Map.of(code, "yes", name, "yes", own, "yes", unknown, "unknown", english, "no"));
    assertThat(fits(houses.present(Map.of("language", "spa")), "language"))
        .containsEntry(code, "yes")
        .containsEntry(english, "no");
    for (String language : List.of("es", "spa", "Spanish")) {
      assertThat(houses.found("language=" + language)).containsExactlyInAnyOrder(code, name, own);
    }
    assertThat(houses.found("language=en")).containsExactly(english);
  }

  @Test
  @Proves({"R6", "C9"})
  void whomAPlaceTakesIsJudgedAsInASearchAndWhatWasSaidIsNotKept() {
    Houses houses = new Houses();
    UUID youth = houses.add("Alder House", marked("youth"));
    UUID none = houses.add("Birch House", marked("no-moud"));
    UUID methadone = houses.add("Cedar House", marked("methadone", "no-moud", "adults"));
    UUID men = houses.add("Dogwood House", marked("men"));
    UUID silent = houses.add("Elm House", "\"description\": \"A house\"");

    Answer set = houses.present(Map.of("age", 30, "eligible", List.of("moud:methadone", "women")));

    assertThat(fits(set, "age"))
        .isEqualTo(
            Map.of(
                youth, "no", none, "unknown", methadone, "yes", men, "unknown", silent, "unknown"));
    assertThat(fits(set, "eligible"))
        .isEqualTo(
            Map.of(
                youth, "unknown", none, "no", methadone, "unknown", men, "no", silent, "unknown"));
    assertThat(houses.found("eligible=age:30,women,moud:methadone"))
        .containsExactlyInAnyOrder(methadone, silent);
    assertThat(fits(houses.present(Map.of("eligible", List.of("moud:methadone"))), "eligible"))
        .containsEntry(none, "no")
        .containsEntry(methadone, "yes");
    assertThat(fits(houses.present(Map.of()), "eligible")).isEmpty();
    assertThat(set.text() + database.rowsWith(set.id().toString()))
        .contains("eligible")
        .doesNotContain("methadone", "women");
    options
        .present(
            coalition.client(),
            "residential-treatment",
            coalition.residential(),
            Map.of("wishes", Map.of("eligible", List.of("moud:aspirin"))))
        .isProblem(400, "invalid");
  }

  private static String speaking(String language) {
    return "\"languages\": [{\"id\": \"l-%s\", %s}]".formatted(UUID.randomUUID(), language);
  }

  private static String marked(String... codes) {
    return Arrays.stream(codes)
        .map(
            code ->
                """
                {"id": "%1$s", "taxonomy_term": {"id": "mark-%2$s", "code": "%2$s", "taxonomy": "handrail-eligibility"}}\
                """
                    .formatted(UUID.randomUUID(), code))
        .collect(Collectors.joining(", ", "\"attributes\": [", "]"));
  }

  /** Option by option, each in what fits and what does not. */
  private static List<String> told(Answer set) {
    return set.json()
        .at("/details/options")
        .valueStream()
        .map(
            option ->
                option.path("serviceId").asString()
                    + option
                        .path("criteria")
                        .valueStream()
                        .map(
                            c ->
                                " "
                                    + c.path("criterion").asString()
                                    + "="
                                    + c.path("fit").asString())
                        .sorted()
                        .collect(Collectors.joining()))
        .toList();
  }

  private static Map<UUID, String> fits(Answer set, String criterion) {
    var fits = new HashMap<UUID, String>();
    for (var option : set.json().at("/details/options")) {
      for (var match : option.path("criteria")) {
        if (match.path("criterion").asString().equals(criterion)) {
          fits.put(
              UUID.fromString(option.path("serviceId").asString()), match.path("fit").asString());
        }
      }
    }
    return fits;
  }

  /** Services for a need of their own, with what a file says of each. */
  private final class Houses {
    private final String need = "need-" + UUID.randomUUID();
    private final Map<UUID, String> houses = new LinkedHashMap<>();

    UUID add(String name, String said) {
      UUID id = UUID.randomUUID();
      String term =
          """
          {"id": "a-%1$s", "taxonomy_term": {"id": "t", "code": "%2$s", "name": "%2$s"}}\
          """
              .formatted(id, need);
      String marks = "\"attributes\": [";
      houses.put(
          id,
          "{\"id\": \"%s\", \"name\": \"%s\", \"status\": \"active\", %s}"
              .formatted(
                  id,
                  name,
                  said.startsWith(marks)
                      ? marks + term + ", " + said.substring(marks.length())
                      : said + ", " + marks + term + "]"));
      return id;
    }

    Answer present(Map<String, ?> wishes) {
      coalition
          .olive()
          .post("/api/directory/imports?source=" + need)
          .body(
              "[{\"id\": \"o\", \"name\": \"Houses\", \"services\": [%s]}]"
                  .formatted(String.join(", ", houses.values())))
          .send()
          .isCreated();
      return options
          .present(coalition.client(), need, List.copyOf(houses.keySet()), Map.of("wishes", wishes))
          .isCreated();
    }

    List<UUID> found(String query) {
      return coalition
          .maya()
          .get("/api/directory/services?need=" + need + "&" + query)
          .send()
          .isOk()
          .json()
          .at("/items")
          .valueStream()
          .map(item -> UUID.fromString(item.path("id").asString()))
          .toList();
    }
  }

  @Test
  @Proves("R6")
  void whatAPlaceChargesMovesNoOption() {
    String need = "need-" + UUID.randomUUID();
    List<UUID> both = List.of(UUID.randomUUID(), UUID.randomUUID());
    charging(need, both, "Free", "Free");
    List<String> asItIs = matched(need, both);
    assertThat(asItIs).hasSize(2);

    charging(need, both, "USD 900 a week", "Free");
    assertThat(
            coalition
                .maya()
                .get("/api/directory/services/{id}", both.getFirst())
                .send()
                .isOk()
                .at("/fees"))
        .isEqualTo("USD 900 a week");
    assertThat(matched(need, both)).isEqualTo(asItIs);
    charging(need, both, "Free", "USD 900 a week");
    assertThat(matched(need, both.reversed())).isEqualTo(asItIs);
  }

  /** Two services for that need, alike but for their names and what they charge. */
  private void charging(String need, List<UUID> services, String one, String other) {
    coalition
        .olive()
        .post("/api/directory/imports?source=" + need)
        .body(
            List.of(
                Map.of(
                    "id",
                    need,
                    "name",
                    "Houses of " + need,
                    "services",
                    List.of(
                        house(need, services.getFirst(), "Alder House", one),
                        house(need, services.getLast(), "Birch House", other)))))
        .send()
        .isCreated();
  }

  private static Map<String, Object> house(String need, UUID id, String name, String fees) {
    var term = Map.of("id", "t-" + need, "code", need, "name", need);
    return Map.of(
        "id",
        id,
        "name",
        name,
        "status",
        "active",
        "fees_description",
        fees,
        "attributes",
        List.of(Map.of("id", "a-" + id, "taxonomy_term", term)));
  }

  /** The options in their order, each with what fits and what does not. */
  private List<String> matched(String need, List<UUID> services) {
    return options
        .present(coalition.client(), need, services, Map.of("wishes", Map.of("age", 30)))
        .isCreated()
        .json()
        .at("/details/options")
        .valueStream()
        .map(option -> option.path("serviceId").asString() + " " + option.path("criteria"))
        .toList();
  }

  @Test
  void neitherARatingNorAFeeCanBeSaidOfAnOption() {
    for (String judged : List.of("rating", "fee", "rank")) {
      options
          .present(
              coalition.client(),
              "residential-treatment",
              coalition.residential(),
              Map.of("wishes", Map.of(judged, 1)))
          .isProblem(400, "invalid")
          .hasFault("/wishes/" + judged, "unknown-field");
      options
          .present(
              coalition.client(),
              "residential-treatment",
              coalition.residential(),
              Map.of(judged, 1))
          .isProblem(400, "invalid")
          .hasFault("/" + judged, "unknown-field");
    }
  }
}
