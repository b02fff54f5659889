package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.directory.hsds.Shelter.MARK;
import static org.handrail.referral.directory.hsds.Shelter.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sources' places a confidential mark reaches. */
@ReferralServiceIT
class MarksAmongSourcesIT {
  private static final String CEDARHOUSE = "cedarhouse";

  private final Coalition coalition;
  private final Shelters shelters;
  private final DataSource owner;

  MarksAmongSourcesIT(Coalition coalition, Flyway flyway, Shelters shelters) {
    this.coalition = coalition;
    this.owner = flyway.getConfiguration().getDataSource();
    this.shelters = shelters;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void theCoalitionHidesAUuidInEverySourceAlsoWhenTheAgencyImportsAnew() {
    for (boolean openFirst : List.of(true, false)) {
      Shelter shelter = shelters.one();
      String place = UUID.randomUUID().toString();
      String open = shelter.file(shelter.place(place, ""), at(place), "");
      if (openFirst) {
        shelter.take(CEDARHOUSE, open);
        shelter.isTold();
      }
      shelter.take(
          "other-" + UUID.randomUUID(),
          shelter.file(shelter.place(place.toUpperCase(Locale.ROOT), MARK), "", ""));
      if (openFirst) {
        shelter.isHidden();
      }
      assertThat(take(cora(), CEDARHOUSE, open).text()).contains("confidential-withheld");
      shelter.isHidden();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "service_at_location", "organization", "late term"})
  void aPlaceThatACoalitionsMarkReachesIsHiddenInEverySource(String marked) {
    for (boolean openFirst : List.of(true, false)) {
      for (boolean ofAgency : List.of(true, false)) {
        Shelter shelter = shelters.one();
        String source = "county-" + shelter.service;
        Api by = ofAgency ? shelters.cora(source) : coalition.olive();
        Shelter other = shelters.one();
        String place = UUID.randomUUID().toString();
        String open = other.file(other.place(place, ""), at(place), "");
        if (openFirst) {
          take(by, source, open);
          other.isTold();
        }

        assertThat(shelter.take(shelter.marking(place, marked)).text())
            .doesNotContain("confidential-elsewhere");
        if (marked.equals("late term")) {
          shelter.take(
              Map.of(
                  "taxonomy_terms",
                  "id,code,name\n%s,confidential-location,Closed\n".formatted(shelter.service)));
        }

        if (openFirst) {
          other.isHidden();
        }
        assertThat(take(by, source, open).text()).contains("confidential-withheld");
        other.isHidden();
        shelter.isHidden();
      }
    }
  }

  @ParameterizedTest(name = "in the coalition''s own source: {0}")
  @ValueSource(booleans = {false, true})
  void soIsAPlaceThatALaterFileOfTheSourceGivesToWhatIsMarked(boolean own) {
    Shelter shelter = shelters.one();
    String hub = "hub-" + shelter.service;
    Api olga = coalition.as("olga", own ? hub : "coalition", Role.COALITION_ADMIN);
    Shelter other = shelters.one();
    String place = UUID.randomUUID().toString();
    other.take(other.file(other.place(place, ""), at(place), ""));
    take(olga, hub, shelter.file("", "", MARK));
    other.isTold();

    take(olga, hub, shelter.file(shelter.place(place, ""), at(place), ""));

    other.isHidden();
  }

  @Test
  void whatAnotherSourceSaysOfAServiceThatAMarkReachesHidesNothing() {
    Shelter shelter = shelters.one();
    Shelter namesake = shelters.inSource("county-" + UUID.randomUUID(), shelter.service);
    String place = UUID.randomUUID().toString();
    String open = namesake.file(namesake.place(place, ""), at(place), "");
    namesake.take(open);

    shelter.take(shelter.file(shelter.place(UUID.randomUUID().toString(), ""), "", MARK));

    namesake.isTold();
    assertThat(namesake.take(open).text()).doesNotContain("confidential");
    namesake.isTold();
  }

  @ParameterizedTest(name = "an agency''s: {0}")
  @ValueSource(booleans = {false, true})
  void whereAnotherSourceHasTheMarkedServiceIsHiddenThereAndForAllByTheCoalitions(
      boolean ofAgency) {
    Shelter shelter = shelters.one();
    String source = "county-" + shelter.service;
    var namesake = shelters.inSource(source, shelter.service);
    Shelter other = shelters.one();
    String place = UUID.randomUUID().toString();
    other.take(other.file(other.place(place, ""), at(place), ""));
    take(
        ofAgency ? shelters.cora(source) : coalition.olive(),
        source,
        namesake.file(namesake.place(place, ""), at(place), ""));

    shelter.take(shelter.file("", MARK, ""));

    namesake.isHidden();
    if (ofAgency) {
      other.isTold();
    } else {
      other.isHidden();
    }
  }

  @Test
  void soIsAPlaceThatNothingInAFileNames() {
    Shelter shelter = shelters.one();
    Shelter other = shelters.one();
    String place = UUID.randomUUID().toString();
    shelter.take(shelter.file(shelter.place(place, MARK), at(place), ""));

    String alone =
        """
        {"locations": [{"id": "%s", "location_type": "physical", "name": "%s house"}]}
        """
            .formatted(place, other.street);
    assertThat(other.take(alone).text()).contains("confidential-withheld");

    assertThat(other.stored(other.street)).isEmpty();
  }

  @Test
  void aMarkedServiceThatAnotherSourceOnlyNamesHidesThePlaceThere() {
    Shelter shelter = shelters.one();
    Shelter namesake = shelters.inSource("county-" + shelter.service, shelter.service);
    shelter.take(shelter.file("", MARK, ""));

    // Without a name the service is rejected.
    Answer report =
        namesake.take(
            namesake
                .file(namesake.place("l", ""), at("l"), "")
                .replace("\"name\": \"Shelter", "\"description\": \"Shelter"));

    assertThat(report.text()).contains("name-missing", "confidential-withheld");
    namesake.isHidden();
  }

  @Test
  void aTermOfTheCoalitionsWithAUuidSaysItInEverySource() {
    Shelter shelter = shelters.one();
    String agency = "cedar-" + shelter.service;
    coalition
        .olive()
        .post("/api/directory/imports?source=words-" + shelter.service)
        .body(
            """
            {"taxonomy_terms": [{"id": "%s", "code": "confidential-location", "name": "Closed"}]}
            """
                .formatted(shelter.service))
        .send()
        .isCreated();

    take(shelters.cora(agency), agency, shelter.marking(UUID.randomUUID().toString(), "late term"));

    shelter.isHidden();
  }

  @Test
  void idsThatWereMadeHideNothingOfAnotherSource() {
    Shelter shelter = shelters.one();
    Shelter namesake = shelters.one();
    String desk = ", \"contacts\": [{\"name\": \"Desk %s\"}]".formatted(namesake.street);
    String open = namesake.file(namesake.place("l", desk), at("l"), "");
    namesake.take(open);

    shelter.take(shelter.file(shelter.place("l", desk + MARK), at("l"), ""));

    assertThat(namesake.listing()).contains("Desk " + namesake.street);
    namesake.take(open);
    assertThat(namesake.listing()).contains("Desk " + namesake.street);
  }

  @Test
  void anyOtherIdMeansSomethingInItsOwnSourceOnly() {
    Shelter shelter = shelters.one();
    Shelter namesake = shelters.one();
    shelter.take(shelter.file(shelter.place("l", MARK), at("l"), ""));
    namesake.take(namesake.open());

    shelter.isHidden();
    namesake.isTold();
  }

  @Test
  void anOperatorCanUndoAMistakenMark() throws IOException, SQLException {
    Shelter shelter = shelters.one();
    String source = "undo-" + shelter.service;
    String id = UUID.randomUUID().toString();
    shelter.take(source, shelter.file(shelter.place(id, MARK), at(id), ""));
    shelter.isHidden();

    String runbook = Files.readString(Path.of("../docs/runbook.md"));
    int start = runbook.indexOf("```sql\n") + 7;
    String sql = runbook.substring(start, runbook.indexOf("```", start));
    try (var connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql.replace("THE-SOURCE", source).replace("THE-ID", id));
    }

    shelter.take(source, shelter.file(shelter.place(id, ""), at(id), ""));
    shelter.isTold();
  }

  private Api cora() {
    return shelters.cora(CEDARHOUSE);
  }

  private static Answer take(Api by, String source, String file) {
    return by.post("/api/directory/imports?source=" + source).body(file).send().isCreated();
  }
}
