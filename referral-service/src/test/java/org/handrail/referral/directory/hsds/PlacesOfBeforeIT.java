package org.handrail.referral.directory.hsds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What earlier versions stored open although a source had said that it is confidential. */
@ReferralServiceIT
class PlacesOfBeforeIT {
  private static final String MARKS = "insert into directory_confidential (";

  private final Coalition coalition;
  private final Shelters shelters;
  private final JdbcClient jdbc;
  private final SmartInitializingSingleton start;

  PlacesOfBeforeIT(
      Coalition coalition,
      Shelters shelters,
      JdbcClient jdbc,
      @Qualifier("hidingAtStart") SmartInitializingSingleton start) {
    this.coalition = coalition;
    this.shelters = shelters;
    this.jdbc = jdbc;
    this.start = start;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @ParameterizedTest
  @ValueSource(strings = {"place", "service", "organization"})
  void areHiddenBeforeAnybodyIsAnswered(String marked) throws IOException {
    Shelter shelter = shelters.one();
    Shelter elsewhere = shelters.one();
    String place = UUID.randomUUID().toString();
    elsewhere.take(elsewhere.file(elsewhere.place(place, ""), Shelter.at(place), ""));
    String term = "before-" + shelter.service;
    String mark =
        Shelter.MARK.replace("\"t\"", "\"" + term + "\"").replace("confidential-", "open-");
    shelter.take(
        shelter.file(
            shelter.place(place, marked.equals("place") ? mark : ""),
            Shelter.at(place) + (marked.equals("service") ? mark : ""),
            marked.equals("organization") ? mark : ""));
    jdbc.sql(
            "update directory_taxonomy_term set code = 'Confidential Location' where external_id ="
                + " ?")
        .param(term)
        .update();
    shelter.isTold();
    elsewhere.isTold();

    assertThat(jdbc.sql(migration() + " on conflict do nothing").update()).isPositive();
    start.afterSingletonsInstantiated();

    shelter.isHidden();
    elsewhere.isHidden();
  }

  @Test
  void aTermOfBeforeSaysItInALaterFile() {
    Shelter shelter = shelters.one();
    shelter.take(
        Map.of(
            "taxonomy_terms",
            "id,code,name\n%s,open-location,Closed\n".formatted(shelter.service)));
    jdbc.sql(
            "update directory_taxonomy_term set code = 'Confidential Location' where external_id ="
                + " ?")
        .param(shelter.service.toString())
        .update();

    shelter.take(shelter.marking("l", "late term"));

    shelter.isHidden();
  }

  @Test
  void whatAnAgencySaidIsHiddenInItsOwnSourceOnly() {
    Shelter shelter = shelters.one();
    Shelter elsewhere = shelters.one();
    String place = UUID.randomUUID().toString();
    elsewhere.take(elsewhere.file(elsewhere.place(place, ""), Shelter.at(place), ""));
    String agency = "cedar-" + shelter.service;
    coalition
        .as("cora", agency, Role.AGENCY_ADMIN)
        .post("/api/directory/imports?source=" + agency)
        .body(shelter.file(shelter.place(place, Shelter.MARK), Shelter.at(place), ""))
        .send()
        .isCreated();

    start.afterSingletonsInstantiated();

    shelter.isHidden();
    elsewhere.isTold();
  }

  /** As the migration finds what was said; its tables are there already. */
  private static String migration() throws IOException {
    try (var file =
        Objects.requireNonNull(
            PlacesOfBeforeIT.class.getResourceAsStream(
                "/db/migration/V0167__confidential_places.sql"))) {
      String sql = new String(file.readAllBytes(), UTF_8).strip();
      return sql.substring(sql.indexOf(MARKS), sql.length() - 1);
    }
  }
}
