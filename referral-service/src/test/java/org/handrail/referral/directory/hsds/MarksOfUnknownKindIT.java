package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.problem.Problems;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks on what does not say what it is, or where HSDS has no place for them. */
@ReferralServiceIT
class MarksOfUnknownKindIT {
  private static final String MARK =
      "\"attributes\": [{\"id\": \"x\", \"value\": \"confidential-location\"}]";

  private final Shelters shelters;
  private final JdbcClient jdbc;

  MarksOfUnknownKindIT(Shelters shelters, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.shelters = shelters;
  }

  @BeforeEach
  void atRest() {
    shelters.atRest();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\": \"l\", \"name\": \"House\", %s}]",
        "{\"id\": \"l\", \"name\": \"House\", %s}",
        "{\"contents\": [{\"id\": \"l\", \"name\": \"House\", %s}]}",
        "[{\"id\": \"SERVICE\", \"name\": \"Shelter\", %s}]",
        "[{\"id\": \"a-l\", \"address_1\": \"somewhere\", %s}]",
        "[{\"id\": \"sl\", %s}]",
      })
  void whateverIsCalledSoIsHidden(String file) {
    for (boolean markFirst : new boolean[] {false, true}) {
      Shelter shelter = shelters.one();
      String marked = file.replace("SERVICE", shelter.service.toString()).formatted(MARK);
      shelter.take(markFirst ? marked : shelter.open());
      shelter.take(markFirst ? shelter.open() : marked);

      shelter.isHidden();
    }
  }

  @Test
  void eachObjectOfAFileIsWhatItLooksLike() {
    Shelter shelter = shelters.one();
    String open = shelter.open().strip();
    shelter.take(
        open.substring(0, open.length() - 1)
            + ", {\"id\": \"l\", \"location_type\": \"physical\", %s}]".formatted(MARK));

    shelter.isHidden();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sites", "locations"})
  void whatHsdsHasNoFieldForIsMeantByItsId(String field) {
    Shelter shelter = shelters.one();
    shelter.take(shelter.open());
    shelter.isTold();

    shelter.take(
        """
        [{"id": "other", "name": "Other", "services": [{"id": "s2", "name": "Other", "status": "active",
          "%s": [{"id": "l", %s}]}]}]
        """
            .formatted(field, MARK));

    shelter.isHidden();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"confidential-location\": true                       | true",
        "\"confidential_location\": \"yes\"                    | true",
        "\"attributes\": {\"confidential-location\": true}     | true",
        "\"attributes\": [{\"confidential-location\": \"1\"}]  | true",
        "\"confidential-location\": false                      | false",
        "\"confidential-location\": \"No\"                     | false",
        "\"confidential-location\": null                       | false",
        "\"confidential\": true                                | true",
        "\"Is_Confidential\": \"yes\"                          | true",
        "\"confidential\": false                               | false",
        "\"confidential\": \"No\"                              | false"
      })
  void theNameOfAFieldSaysItUnlessItIsAnsweredWithANo(String field, boolean hidden) {
    Shelter shelter = shelters.one();
    shelter.take(shelter.file(shelter.place("l", ", " + field), Shelter.at("l"), ""));

    if (hidden) {
      shelter.isHidden();
    } else {
      shelter.isTold();
    }
  }

  @Test
  void theReportSaysThatAPlaceIsHiddenByAFieldThatHsdsHasNot() {
    Shelter shelter = shelters.one();

    Answer report =
        shelter.take(
            shelter.file(shelter.place("l", ", \"confidential\": true"), Shelter.at("l"), ""));

    shelter.isHidden();
    assertThat(reported(report))
        .contains("/0/locations/0/confidential confidential-understood")
        .contains("/0/locations/0 confidential-withheld")
        .doesNotContain("/0/locations/0/confidential unknown-field");
    // What a later file forgets to say, this one said.
    shelter.take(shelter.open());
    shelter.isHidden();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uff43\uff4f\uff4e\uff46\uff49\uff44\uff45\uff4e\uff54\uff49\uff41\uff4c\uff0d\uff4c\uff4f\uff43\uff41\uff54\uff49\uff4f\uff4e",
        "con\ufb01dential-location",
        "con\ufb01dentiallocation",
        "CON\ufb01DENTIAL location"
      })
  void aMarkIsKnownInWhateverFormItsLettersHave(String word) {
    for (String mark :
        List.of(
            MARK.replace("confidential-location", word),
            "\"attributes\": [{\"id\": \"x\", \"taxonomy_term\": {\"id\": \"t\", \"code\": \"%s\"}}]"
                .formatted(word))) {
      Shelter shelter = shelters.one();
      shelter.take(shelter.file(shelter.place("l", ", " + mark), Shelter.at("l"), ""));

      shelter.isHidden();
    }
  }

  @Test
  void aStoredTermInThatFormMarksWhatALaterFileHas() {
    String source = "refuge-" + UUID.randomUUID();
    Shelter shelter = shelters.inSource(source, UUID.randomUUID());
    shelter.take("{\"taxonomy_terms\": [{\"id\": \"t\", \"code\": \"x\", \"name\": \"x\"}]}");
    // As a version stored it that did not know the form.
    jdbc.sql("update directory_taxonomy_term set code = :code where source = :source")
        .param("code", "con\ufb01dential-location")
        .param("source", source)
        .update();

    shelter.take(
        shelter.file(
            shelter.place("l", ", \"attributes\": [{\"id\": \"x\", \"taxonomy_term_id\": \"t\"}]"),
            Shelter.at("l"),
            ""));

    shelter.isHidden();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "location_type | \"location_type\": \"physical\" | \"location_type\":"
            + " \"confidential-location\"",
        "name | \"name\": \"[^\"]*\" | \"name\": \"Confidential Location\"",
        "alternate_name | \"id\": \"l\" | \"id\": \"l\", \"alternate_name\":"
            + " \"con\ufb01dential-location\"",
        "description | \"id\": \"l\" | \"id\": \"l\", \"description\":"
            + " \"<b>confidential-location</b>\"",
        "addresses/0/address_1 | \"address_1\": \"[^\"]*\" | \"address_1\": \"Confidential"
            + " location\"",
        "accessibility/0/details | \"id\": \"l\" | \"id\": \"l\", \"accessibility\": [{\"id\":"
            + " \"y\", \"details\": \"confidential-location\"}]"
      })
  void aFieldOfHsdsSaysItOfAPlaceByTheVeryWord(String at, String instead, String field) {
    Shelter shelter = shelters.one();
    String place = shelter.place("l", "").replaceFirst(instead, field);

    Answer report = shelter.take(shelter.file(place, Shelter.at("l"), ""));

    shelter.isHidden();
    assertThat(reported(report)).contains("/0/locations/0/" + at + " confidential-understood");
  }

  @Test
  void whatOnlySpeaksOfAConfidentialLocationIsNoMark() {
    Shelter shelter = shelters.one();

    shelter.take(
        shelter.file(
            shelter.place("l", ", \"description\": \"Not a confidential location\""),
            Shelter.at("l") + ", \"description\": \"Ask about our confidential location\"",
            ""));

    shelter.isTold();
  }

  @ParameterizedTest
  @ValueSource(strings = {"address", "what is offered there"})
  void aPartOfAPlaceSaysItInTheSameWord(String part) {
    Shelter shelter = shelters.one();
    String flag = ", \"confidential\": true";

    shelter.take(
        part.equals("address")
            ? shelter
                .open()
                .replace("\"address_type\": \"physical\"", "\"address_type\": \"physical\"" + flag)
            : shelter.file(shelter.place("l", ""), Shelter.at("l", flag), ""));

    shelter.isHidden();
  }

  @Test
  void aServiceThatKeepsSecretsHasNoSecretPlace() {
    Shelter shelter = shelters.one();

    Answer report =
        shelter.take(
            shelter.file(shelter.place("l", ""), Shelter.at("l") + ", \"confidential\": true", ""));

    shelter.isTold();
    assertThat(reported(report)).contains("/0/services/0/confidential unknown-field");
  }

  private static List<String> reported(Answer report) {
    return report
        .json()
        .at("/reported")
        .valueStream()
        .map(each -> each.at("/pointer").asString() + " " + each.at("/code").asString())
        .toList();
  }

  @Test
  void soDoesTheNameOfAColumn() {
    var tables = shelters.inTables();
    tables.shelter.take(tables.open());
    tables.shelter.take(
        Map.of(
            "locations", "id,name,location_type,Confidential Location\nl,House,physical,TRUE\n"));

    tables.shelter.isHidden();
  }

  @Test
  void whatIsNestedTooDeepGetsAProblem() {
    Shelter shelter = shelters.one();
    int depth = 450;

    shelter
        .send(
            "[{\"id\": \"o\", \"name\": \"One\", \"x\": %s\"q\"%s}]"
                .formatted("[".repeat(depth), "]".repeat(depth)))
        .isCreated();
    shelter
        .send("[".repeat(5_000) + "]".repeat(5_000))
        .isProblem(413, Problems.BODY_TOO_LARGE.code());
  }
}
