package org.handrail.referral.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.handrail.referral.directory.imports.OneRow.ofService;
import static org.handrail.referral.directory.imports.OneRow.readFile;
import static org.handrail.referral.directory.imports.OneRow.valuesOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes, lists, times and addresses on the net that cannot be so: the row is kept without them. */
class ImpossibleWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schedules | byday | XX | recurrence-unreadable",
        "schedules | byday | MO,TU,Funday | recurrence-unreadable",
        "schedules | byday | 6MO | recurrence-unreadable",
        "schedules | byday | 0MO | recurrence-unreadable",
        "schedules | byday | MO, | recurrence-unreadable",
        "schedules | bymonthday | 45 | recurrence-unreadable",
        "schedules | bymonthday | 0 | recurrence-unreadable",
        "schedules | bymonthday | 1,15,first | recurrence-unreadable",
        "schedules | byweekno | -54 | recurrence-unreadable",
        "schedules | byyearday | 367 | recurrence-unreadable",
        "schedules | freq | DAILY | unknown-word",
        "schedules | opens_at | 10:30:75 | time-unreadable",
        "schedules | closes_at | 26:00 | time-unreadable",
        "schedules | closes_at | 15:00 AM | time-unreadable",
        "schedules | closes_at | 00:30 PM | time-unreadable",
        "schedules | closes_at | 10:00m | time-unreadable",
        "schedules | opens_at | 14:00Z | time-offset-unusable",
        "schedules | opens_at | 22:00+99:99 | time-offset-unusable",
        "schedules | schedule_link | javascript:alert(1) | url-not-allowed",
        "schedules | dtstart | 2026-02-30 | date-unreadable",
        "schedules | dtstart | 2024-05-01T99:99:99 five apples | date-unreadable",
        "schedules | dtstart | 2024-05-01T09:00 five apples | date-unreadable",
        "schedules | byday | 2TU | recurrence-contradicts",
        "languages | code | zz | language-unknown",
        "languages | code | Klingon | language-unknown",
        "languages | code | e | language-unknown",
        "phones | type | carrier pigeon | unknown-word",
        "cost_options | currency | doubloons | currency-unknown",
        "cost_options | currency | XYZ | currency-unknown",
        "cost_options | currency | XXX | currency-unknown",
        "cost_options | currency | XTS | currency-unknown",
        "cost_options | currency | XAU | currency-unknown",
        "cost_options | currency | DEM | currency-unknown",
        "cost_options | currency | ZWR | currency-unknown",
        "service_areas | extent_type | shapefile | unknown-word",
        "service_areas | uri | ftp://areas.example/ | url-not-allowed",
        "metadata | resource_type | nonsense | unknown-word",
        "additional_urls | url | https://somebody:secret@evil.example/ | url-not-allowed",
        "additional_urls | url | https://localhost/admin | url-not-allowed",
        "additional_urls | url | https://-.example/ | url-not-allowed",
        "additional_urls | url | https://a.example:99999/ | url-not-allowed",
        "additional_urls | url | https://a.example:0/ | url-not-allowed",
        "additional_urls | link_entity | nonsense | unknown-word",
        "contacts | email | mailto:ida@pantry.example | email-unreadable",
        "contacts | email | ida@pantry..example | email-unreadable",
        "contacts | email | ida@pantry | email-unreadable"
      })
  void leavesOutWhatCannotBe(String rows, String field, String value, String code) {
    var result = ofService(rows, "\"%s\": \"%s\"".formatted(field, value));

    assertThat(valuesOf(result)).doesNotContainKey(field);
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code, Finding::rejected)
        .containsExactly(tuple("/0/services/0/" + rows + "/0/" + field, code, false));
    assertThat(result.stored()).isEqualTo(result.read()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schedules | byday | mo, we,FR | MO,WE,FR",
        "schedules | bymonthday | 1, 15,-1 | 1,15,-1",
        "schedules | byyearday | -366 | -366",
        "schedules | opens_at | 10:30:59 | 10:30",
        "schedules | opens_at | 12:30 a.m. | 00:30",
        "schedules | opens_at | 9:00p | 21:00",
        "schedules | dtstart | 2024-05-01T09:00:00-04:00 | 2024-05-01",
        "languages | code | ES | es",
        "languages | code | es-MX | es",
        "languages | code | ase | ase",
        "phones | type | TEXTPHONE | textphone",
        "cost_options | currency | usd | usd",
        "cost_options | currency | XOF | XOF",
        "additional_urls | url | https://a.example:65535/ | https://a.example:65535/",
        "additional_urls | link_entity | service | service",
        "additional_urls | url | https://münchen.example:8443/a?b=c#d |"
            + " https://münchen.example:8443/a?b=c#d",
        "contacts | email | ida.o'neil+help@pantry.example | ida.o'neil+help@pantry.example"
      })
  void keepsWhatCanBe(String rows, String field, String value, String kept) {
    var result = ofService(rows, "\"%s\": \"%s\"".formatted(field, value));

    assertThat(valuesOf(result)).containsEntry(field, kept);
    assertThat(result.findings()).isEmpty();
  }

  @Test
  void aMonthHasASecondTuesdayAndAWeekHasNot() {
    var monthly = ofService("schedules", "\"freq\": \"MONTHLY\", \"byday\": \"2TU,-1FR\"");
    var weekly = ofService("schedules", "\"freq\": \"WEEKLY\", \"byday\": \"2TU\"");

    assertThat(valuesOf(monthly)).containsEntry("byday", "2TU,-1FR");
    assertThat(monthly.findings()).isEmpty();
    assertThat(valuesOf(weekly)).doesNotContainKey("byday").containsEntry("freq", "weekly");
    assertThat(weekly.findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactly(tuple("/0/services/0/schedules/0/byday", "recurrence-contradicts"));
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 14:00-05:00, 14:00",
    "5.5, 14:00+0530, 14:00",
    "0, 14:00Z, 14:00",
    "-5, 14:00Z, ''",
    "5, 14:00-05:00, ''"
  })
  void anOffsetSaysTheSameAsTheSchedulesTimezoneOrNothingThatCanBeUsed(
      String timezone, String time, String kept) {
    var result =
        ofService("schedules", "\"timezone\": %s, \"opens_at\": \"%s\"".formatted(timezone, time));

    assertThat(String.valueOf(valuesOf(result).getOrDefault("opens_at", ""))).isEqualTo(kept);
    assertThat(result.findings())
        .extracting(Finding::code)
        .isEqualTo(kept.isEmpty() ? List.of("time-offset-unusable") : List.of());
  }

  @Test
  void saysThatWhatGoesOnUntilADayDoesNotGoOnSoManyTimes() {
    var result = ofService("schedules", "\"until\": \"2026-12-31\", \"count\": 3");

    assertThat(valuesOf(result)).containsEntry("count", 3.0).containsEntry("until", "2026-12-31");
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactly(tuple("/0/services/0/schedules/0/count", "recurrence-contradicts"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 4, 4, phone-extension-moved",
    "9, 4, 9, phone-extension-contradicts",
    "4, 4, 4, phone-extension-moved"
  })
  void saysOfTwoExtensionsWhichWasKept(String own, String within, String kept, String code) {
    var result =
        readFile(
            """
            [{"id": "o", "name": "One", "phones": [
              {"id": "x", "number": "(419) 555-0120 ext %s"%s}]}]
            """
                .formatted(within, own.isEmpty() ? "" : ", \"extension\": " + own));

    assertThat(valuesOf(result)).containsEntry("extension", Double.valueOf(kept));
    assertThat(result.findings()).extracting(Finding::code).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({
    "services, program_id, p, reference-dangling",
    "organizations, parent_organization_id, p, reference-dangling",
    "organizations, parent_organization_id, x, reference-to-itself",
    "taxonomy_terms, parent_id, p, reference-dangling",
    "taxonomy_terms, parent_id, x, reference-to-itself",
    "taxonomy_terms, taxonomy_id, p, reference-dangling"
  })
  void reportsARowThatIsNamedAndIsNotThere(String table, String field, String named, String code) {
    var row = "{\"id\": \"x\", \"name\": \"X\", \"%s\": \"%s\"".formatted(field, named);
    var result =
        switch (table) {
          case "services" ->
              readFile(
                  """
                  [{"id": "o", "name": "One", "services": [%s, "status": "active"}]}]
                  """
                      .formatted(row));
          default -> readFile("{\"%s\": [%s}]}".formatted(table, row));
        };

    assertThat(valuesOf(result).containsKey(field)).isEqualTo(named.equals("p"));
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code, Finding::rejected)
        .containsExactly(
            tuple(
                (table.equals("services") ? "/0/services/0/" : "/" + table + "/0/") + field,
                code,
                false));
  }

  @Test
  void namesWhatIsThere() {
    var result =
        readFile(
            """
            {"organizations": [{"id": "o", "name": "One"},
                {"id": "x", "name": "X", "parent_organization_id": "o"}]}
            """);

    assertThat(valuesOf(result)).containsEntry("parent_organization_id", "o");
    assertThat(result.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"timezone, 3.1", "timezone, 15", "count, 0", "interval, 0"})
  void leavesOutANumberBetweenTwo(String field, String value) {
    var result = ofService("schedules", "\"%s\": %s".formatted(field, value));

    assertThat(valuesOf(result)).doesNotContainKey(field);
    assertThat(result.findings()).extracting(Finding::code).containsExactly("number-out-of-range");
  }

  @Test
  void nobodyWasIncorporatedInAYearToCome() {
    String file = "[{\"id\": \"o\", \"name\": \"One\", \"year_incorporated\": %d}]";

    assertThat(readFile(file.formatted(2026)).findings()).isEmpty();
    assertThat(readFile(file.formatted(2027)).findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactly(tuple("/0/year_incorporated", "number-out-of-range"));
  }
}
