package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.directory.standard.Kind;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Nothing that somebody wrote of a place that nobody may find is stored or told. */
@ReferralServiceIT
class WordsOfHiddenPlacesIT {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Shelters shelters;

  WordsOfHiddenPlacesIT(Shelters shelters) {
    this.shelters = shelters;
  }

  @BeforeEach
  void atRest() {
    shelters.atRest();
  }

  enum Form {
    NESTED,
    TABLES,
    PACKAGE
  }

  @ParameterizedTest(name = "{0}, marked later: {1}")
  @CsvSource({
    "NESTED, false",
    "NESTED, true",
    "TABLES, false",
    "TABLES, true",
    "PACKAGE, false",
    "PACKAGE, true"
  })
  void noFieldOfWhatHangsBelowItIsToldOrStored(Form form, boolean markedLater) {
    Shelter shelter = shelters.one();
    if (markedLater) {
      take(shelter, form, false);
      assertThat(shelter.stored(shelter.street)).as("what can be written").hasSizeGreaterThan(50);
      shelter.isTold();
      shelter.take(shelter.file("", Shelter.MARK, ""));
    } else {
      assertThat(take(shelter, form, true).text()).contains("confidential-withheld");
    }

    shelter.isHidden();
    if (!markedLater) {
      assertThat(shelter.listing())
          .as("where it is roughly, and how it can be reached")
          .contains("Port Amity", "+14195550177", "confidential-location");
    }
  }

  @ParameterizedTest
  @CsvSource({"location_id, l", "service_at_location_id, sl"})
  void whatTheServiceHasAndOnlyNamesItIsHiddenToo(String field, String id) {
    Shelter shelter = shelters.one();
    String phone =
        ", \"phones\": [{\"id\": \"p\", \"number\": \"419-555-0177\", \"description\": \"%s door\", \"%s\": \"%s\"}]"
            .formatted(shelter.street, field, id);
    shelter.take(shelter.file(shelter.place("l", ""), Shelter.at("l") + phone, ""));
    assertThat(shelter.listing()).contains(shelter.street + " door");

    // The service is not listed anew: what it has stays.
    shelter.take(ShelterTables.markOn("l", "location"));

    shelter.isHidden();
  }

  private static Answer take(Shelter shelter, Form form, boolean marked) {
    var all = new EverythingOfAPlace(shelter.street, "t");
    Map<String, Object> place = all.nested(Kind.LOCATION, new LinkedHashMap<>(Map.of("id", "l")));
    if (marked) {
      var attributes = new ArrayList<Object>((List<?>) place.get("attributes"));
      attributes.add(all.marking());
      place.put("attributes", attributes);
    }
    Map<String, Object> there =
        all.nested(
            Kind.SERVICE_AT_LOCATION, new LinkedHashMap<>(Map.of("id", "sl", "location_id", "l")));
    Map<String, Object> service =
        new LinkedHashMap<>(
            Map.of(
                "id",
                shelter.service.toString(),
                "name",
                "Shelter " + shelter.service,
                "status",
                "active",
                "service_at_locations",
                List.of(there)));
    Map<String, Object> organization =
        Map.of(
            "id",
            "o-" + shelter.service,
            "name",
            "Refuge",
            "locations",
            List.of(place),
            "services",
            List.of(service));
    return switch (form) {
      case NESTED -> shelter.take(JSON.writeValueAsString(List.of(organization)));
      case TABLES ->
          shelter.take(JSON.writeValueAsString(all.tables(organization, Kind.ORGANIZATION)));
      case PACKAGE -> shelter.take(all.csv(organization, Kind.ORGANIZATION));
    };
  }
}
