package org.handrail.referral.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ReadingFeedTest {
  private final ReadingFeed.Result messy = read("messy.json", Fellowship.AA);

  @Test
  void anIdThatIsTooLongIsNotCalledMissing() throws Exception {
    var file =
        FeedFiles.JSON.readTree(
            """
            [{"slug": "%s", "name": "X", "day": 1, "time": "19:00", "location": "Mill"}]
            """
                .formatted("x".repeat(301)));
    assertThat(
            ReadingFeed.of(
                    file, FeedFiles.feed(Fellowship.AA, "es"), new TypeCodes(), FeedFiles.TODAY)
                .remarks())
        .extracting(Remark::pointer, Remark::code)
        .containsExactly(tuple("/0/slug", "id-unusable"));
  }

  @Test
  void aPairThatWasExchangedIsMendedAsInTheDirectory() {
    var result =
        FeedFiles.read(
            FeedFiles.JSON.readTree(
                """
                [{"slug": "x", "name": "X", "day": 1, "time": "19:00", "location": "Mill",
                  "latitude": -82.7032, "longitude": 41.4527}]
                """),
            Fellowship.AA);

    assertThat(result.meetings().getFirst().place().latitude()).isEqualTo(41.4527);
    assertThat(result.meetings().getFirst().place().longitude()).isEqualTo(-82.7032);
    assertThat(result.remarks())
        .extracting(Remark::pointer, Remark::code)
        .contains(tuple("/0/latitude", "coordinates-swapped"));
  }

  @Test
  void aNameThatNobodyCanSeeIsNone() {
    var result =
        FeedFiles.read(
            FeedFiles.JSON.readTree(
                """
                [{"slug": "x", "name": "\\u200b\\u2060", "day": 1, "time": "19:00", "location": "Mill"}]
                """),
            Fellowship.AA);

    assertThat(result.meetings()).isEmpty();
    assertThat(result.remarks())
        .extracting(Remark::pointer, Remark::code)
        .containsExactly(tuple("/0/name", "name-missing"));
  }

  @Test
  void losesNoRowSilently() {
    assertThat(messy.read()).isEqualTo(24);
    assertThat(messy.meetings()).hasSize(12);
    assertThat(messy.remarks()).filteredOn(Remark::rejected).hasSize(12);
  }

  @Test
  void saysOfEachRowThatIsLeftOutWhy() {
    assertThat(messy.remarks())
        .filteredOn(Remark::rejected)
        .extracting(Remark::pointer, Remark::code)
        .containsExactly(
            tuple("/12/slug", "duplicate-id"),
            tuple("/13", "duplicate-meeting"),
            tuple("/14/day", "day-unreadable"),
            tuple("/15/day", "day-missing"),
            tuple("/16/time", "time-missing"),
            tuple("/17/time", "time-unreadable"),
            tuple("/18/time", "time-ambiguous"),
            tuple("/19/timezone", "zone-unknown"),
            tuple("/20/name", "name-missing"),
            tuple("/21/slug", "id-missing"),
            tuple("/22", "not-an-object"),
            tuple("/23", "not-an-object"));
  }

  @Test
  void saysWhatItDidToTheRest() {
    assertThat(messy.remarks())
        .filteredOn(remark -> !remark.rejected())
        .extracting(Remark::rowId, Remark::code)
        .contains(
            tuple("sunrise", "markup-removed"),
            tuple("three-days", "coordinates-swapped"),
            tuple("last-minute", "time-next-day"),
            tuple("last-minute", "coordinates-unusable"),
            tuple("hybrid", "type-unknown"),
            tuple("hybrid", "coordinates-missing"),
            tuple("bad-link", "url-not-allowed"),
            tuple("bad-link", "online-without-way"),
            tuple("bad-link", "no-way-to-attend"),
            tuple("formula", "formula-removed"),
            tuple("formula", "end-unlikely"),
            tuple("formula", "date-unreadable"),
            tuple("appointment", "by-appointment"),
            tuple("about-here", "no-way-to-attend"),
            tuple("812", "types-contradict"));
  }

  @Test
  void readsDaysAndTimesHoweverTheyAreWritten() {
    assertThat(times("sunrise")).containsExactly(new Weekly(7 * 60, 60));
    assertThat(times("night-owls")).containsExactly(new Weekly(5 * 1440 + 23 * 60 + 30, 60));
    assertThat(times("three-days"))
        .containsExactly(
            new Weekly(1440 + 720, 60),
            new Weekly(3 * 1440 + 720, 60),
            new Weekly(5 * 1440 + 720, 60));
    assertThat(times("last-minute")).containsExactly(new Weekly(0, null));
    assertThat(times("hybrid")).containsExactly(new Weekly(2 * 1440 + 19 * 60, null));
    assertThat(times("appointment")).isEmpty();
    assertThat(meeting("hybrid").zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
    assertThat(meeting("sunrise").zone()).isEqualTo(ZoneId.of("America/New_York"));
  }

  @Test
  void tellsHowOneCanBeThere() {
    assertThat(meeting("sunrise").atPlace()).isTrue();
    assertThat(meeting("sunrise").online().possible()).isFalse();
    assertThat(meeting("hybrid").online().url()).isEqualTo("https://meet.example.org/both");
    assertThat(meeting("hybrid").online().phone()).isEqualTo("+14195550142");
    assertThat(meeting("shut-online").placeClosed()).isTrue();
    assertThat(meeting("shut-online").online().possible()).isTrue();
    assertThat(meeting("bad-link").online().possible()).isFalse();
    assertThat(meeting("about-here").atPlace()).isFalse();
    assertThat(meeting("three-days").place().latitude()).isEqualTo(41.4);
  }

  @Test
  void takesClosedForClosedWhateverElseItSays() {
    assertThat(meeting("sunrise").welcoming()).isTrue();
    assertThat(meeting("812").closed()).isTrue();
    assertThat(meeting("812").welcoming()).isFalse();
  }

  @Test
  void keepsNoNameOrNumberOfAPersonAndNobodysAccount() {
    assertThat(messy.toString()).doesNotContain("Pat Example", "0199", "@sunrise");
  }

  @Test
  void dateThatCouldBeTwoIsNone() {
    assertThat(meeting("sunrise").changedOn()).isEqualTo(LocalDate.parse("2026-10-01"));
    assertThat(meeting("formula").changedOn()).isNull();
  }

  @Test
  void readsBmltWhereSundayIsOne() {
    ReadingFeed.Result bmlt = read("bmlt.json", Fellowship.NA);
    Map<String, ListedMeeting> by = byId(bmlt);

    assertThat(by.keySet()).containsExactlyInAnyOrder("41", "42", "45");
    assertThat(of(by, "41").times()).containsExactly(new Weekly(19 * 60 + 30, 90));
    assertThat(of(by, "41").place().address()).isEqualTo("3 Bell Ln, Port Amity, OH");
    assertThat(of(by, "42").times()).containsExactly(new Weekly(6 * 1440 + 23 * 60 + 15, 60));
    assertThat(of(by, "42").atPlace()).isFalse();
    assertThat(of(by, "42").languages()).containsExactly("es");
    assertThat(of(by, "45").times()).containsExactly(new Weekly(2 * 1440, null));
    assertThat(bmlt.remarks())
        .filteredOn(Remark::rejected)
        .extracting(Remark::pointer, Remark::code)
        .containsExactly(
            tuple("/2/weekday_tinyint", "day-unreadable"), tuple("/3/published", "not-published"));
  }

  @Test
  void whatItsListDoesNotShowOrHasUnderAnotherIdIsNotNamed() {
    var result =
        FeedFiles.read(
            FeedFiles.JSON.readTree(
                """
                [{"slug": "a", "name": "Dawn", "day": 1, "time": "07:00", "location": "Mill"},
                 {"slug": "b", "name": "Dawn", "day": 1, "time": "07:00", "location": "Mill"},
                 {"slug": "c", "name": "Dusk", "day": 1, "time": "19:00", "published": 0},
                 {"slug": "d", "name": "Noon", "day": 1, "time": "noonish", "location": "Mill"},
                 {"slug": "e", "name": "Late", "day": 1, "time": "22:00", "published": false},
                 {"slug": "e", "name": "Late", "day": 1, "time": "22:00", "location": "Mill"}]
                """),
            Fellowship.AA);

    assertThat(result.named()).containsExactlyInAnyOrder("a", "d", "e");
    assertThat(result.meetings()).extracting(ListedMeeting::rowId).containsExactly("a", "e");
    assertThat(result.unpublished()).isEqualTo(2);
  }

  @Test
  void aFileOfWhichNothingCouldBeReadTellsOfNothingThatItIsGone() {
    assertThat(oneBadRow("published", 0).tellsWhatIsGone()).isTrue();
    assertThat(oneBadRow("time", 0).tellsWhatIsGone()).isFalse();
  }

  @Test
  void aFileWithoutAnyRowEndsNothingAndSaysSo() {
    var result = FeedFiles.read(FeedFiles.JSON.readTree("[]"), Fellowship.AA);
    assertThat(result.tellsWhatIsGone()).isFalse();
    assertThat(result.remarks()).extracting(Remark::code).containsExactly("no-rows");
  }

  private static ReadingFeed.Result oneBadRow(String field, int value) {
    return FeedFiles.read(
        FeedFiles.JSON.readTree(
            "[{\"slug\": \"x\", \"name\": \"X\", \"day\": 9, \"%s\": %d}]".formatted(field, value)),
        Fellowship.AA);
  }

  @Proves("R30")
  @Test
  void readsACodeAsItsOwnFellowshipMeansIt() {
    String row =
        """
        [{"slug": "x", "name": "X", "day": 1, "time": "19:00", "location": "Mill", "types": ["B", "S"]}]
        """;
    ListedMeeting aa = only(row, Fellowship.AA);
    ListedMeeting na = only(row, Fellowship.NA);

    assertThat(aa.languages()).containsExactly("es");
    assertThat(aa.welcoming()).isFalse();
    assertThat(na.languages()).isEmpty();
    assertThat(na.welcoming()).isTrue();
    assertThat(FeedFiles.read(FeedFiles.JSON.readTree(row), Fellowship.SMART).remarks())
        .extracting(Remark::code)
        .contains("type-unknown");
    assertThat(only(row, Fellowship.SMART).types()).containsExactly("B", "S");
  }

  @Test
  void feedsUsualLanguageHoldsWhereARowNamesNone() {
    var file =
        FeedFiles.JSON.readTree(
            """
            [{"slug": "x", "name": "X", "day": 1, "time": "19:00", "location": "Mill", "types": ["FR"]},
             {"slug": "y", "name": "Y", "day": 1, "time": "19:00", "location": "Mill"}]
            """);
    var result =
        ReadingFeed.of(file, FeedFiles.feed(Fellowship.AA, "es"), new TypeCodes(), FeedFiles.TODAY);

    assertThat(result.meetings())
        .extracting(ListedMeeting::languages)
        .containsExactly(List.of("fr"), List.of("es"));
  }

  @Test
  void aLanguageWithARegionIsThatLanguage() {
    var result =
        FeedFiles.read(
            FeedFiles.JSON.readTree(
                """
                [{"id_bigint": "1", "meeting_name": "Uno", "weekday_tinyint": "2", "start_time": "19:00:00",
                  "location_text": "Hall", "lang_enum": "es-MX"},
                 {"id_bigint": "2", "meeting_name": "Two", "weekday_tinyint": "2", "start_time": "20:00:00",
                  "location_text": "Hall", "lang_enum": "spoken"}]
                """),
            Fellowship.NA);

    assertThat(result.meetings())
        .extracting(ListedMeeting::languages)
        .containsExactly(List.of("es"), List.of());
    assertThat(result.remarks())
        .extracting(Remark::pointer, Remark::code)
        .contains(tuple("/1/lang_enum", "language-unknown"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+16465588656,,123456789#         |               | +16465588656 | 123456789#",
        "646-558-8656 x 123456            |               | +16465588656 | x 123456",
        "+1 646 558 8656; code 99         |               | +16465588656 | code 99",
        "1 (646) 558-8656 PIN: 42         |               | +16465588656 | PIN: 42",
        "+16465588656 or +13017158592     |               | +16465588656 | or +13017158592",
        "+44 20 7946 0958,,99#            |               | +442079460958 | 99#",
        "+16465588656                     | Passcode 99   | +16465588656 | Passcode 99",
        "+16465588656,,12#                | Passcode 99   | +16465588656 | 12#; Passcode 99",
        "1-800-555-HELP                   |               | +18005554357 |",
        "1 800 GOOD DAY                   |               | +18004663329 |",
        "+44 20 7946 0958x123             |               | +442079460958 | x 123",
      })
  void whatOneDialsAfterTheNumberIsKept(
      String written, @Nullable String notes, String number, @Nullable String beside) {
    var row = row("a", "Phone").put("conference_phone", written);
    if (notes != null) {
      row.put("conference_phone_notes", notes);
    }

    JsonNode online = online(row, Fellowship.AA);

    assertThat(online.path("phone").asString()).isEqualTo(number);
    assertThat(online.path("phoneNotes").asString("")).isEqualTo(beside == null ? "" : beside);
  }

  @Test
  void soItIsInBmltAndBesideALink() {
    ObjectNode bmlt =
        FeedFiles.JSON
            .createObjectNode()
            .put("id_bigint", "1")
            .put("meeting_name", "Phone")
            .put("weekday_tinyint", "2")
            .put("start_time", "19:00:00")
            .put("virtual_meeting_link", "https://meet.example.org/x")
            .put("virtual_meeting_additional_info", "Ask for Pat")
            .put("phone_meeting_number", "+16465588656,,12#");

    JsonNode online = online(bmlt, Fellowship.NA);

    assertThat(online.path("notes").asString()).isEqualTo("Ask for Pat");
    assertThat(online.path("phoneNotes").asString("")).isEqualTo("12#");
  }

  @Test
  void whatBelongsToANumberThatCannotBeReadIsKept() {
    JsonNode online =
        online(
            row("a", "Phone")
                .put("conference_phone", "call us")
                .put("conference_phone_notes", "Passcode 99"),
            Fellowship.AA);

    assertThat(online.path("phone").isNull()).isTrue();
    assertThat(online.path("phoneNotes").asString("")).isEqualTo("Passcode 99");
  }

  @Test
  void meetingsByDifferentNumbersOrCodesAreNotTheSame() {
    var file = FeedFiles.JSON.createArrayNode();
    for (String phone :
        List.of("+16465588656,,1#", "+16465588656,,2#", "+13017158592,,1#", "6465588656,,1#")) {
      file.add(row("m" + file.size(), "Phone").put("conference_phone", phone));
    }

    var result = FeedFiles.read(file, Fellowship.AA);

    assertThat(result.meetings())
        .extracting(ListedMeeting::rowId)
        .containsExactly("m0", "m1", "m2");
    assertThat(result.remarks())
        .filteredOn(Remark::rejected)
        .extracting(Remark::pointer, Remark::code)
        .containsExactly(tuple("/3", "duplicate-meeting"));
  }

  @Test
  void aBrokenRowKeepsNoGoodOneOut() {
    var file = FeedFiles.JSON.createArrayNode();
    file.add(row("a", "Dawn").put("time", "noonish").put("location", "Mill"));
    file.add(row("a", "Dawn").put("location", "Mill"));
    file.add(row("a", "Dusk").put("location", "Mill"));

    var result = FeedFiles.read(file, Fellowship.AA);

    assertThat(result.meetings()).extracting(ListedMeeting::name).containsExactly("Dawn");
    assertThat(result.named()).containsExactly("a");
    assertThat(result.remarks())
        .filteredOn(Remark::rejected)
        .extracting(Remark::pointer, Remark::code, Remark::detail)
        .containsExactly(
            tuple("/0/time", "time-unreadable", "expected HH:MM"),
            tuple("/2/slug", "duplicate-id", "the id of /1"));
  }

  @Test
  void whatASpreadsheetWouldRunIsDefusedAndSaid() {
    Map<String, String> harmless =
        Map.ofEntries(
            Map.entry("=1+1", "1+1"),
            Map.entry("=\"A\"&HYPERLINK(\"http://x\")", "\"A\"&HYPERLINK(\"http://x\")"),
            Map.entry("='x'!A1", "'x'!A1"),
            Map.entry("=$A$1", "$A$1"),
            Map.entry("={1}", "{1}"),
            Map.entry("=.5", ".5"),
            Map.entry("= =-Sober", "Sober"),
            Map.entry("\uff1d1+1", "1+1"),
            Map.entry("+1-1", "1-1"),
            Map.entry("-2+3", "2+3"),
            Map.entry("+$A$1", "$A$1"),
            Map.entry("@SUM(1)", "SUM(1)"),
            Map.entry("- SUM (1)", "SUM (1)"),
            Map.entry("-cmd|' /C calc'!A0", "cmd|' /C calc'!A0"));
    harmless.forEach(
        (formula, left) -> {
          var result = one(row("a", formula).put("location", "Mill"));
          assertThat(result.meetings().getFirst().name()).as(formula).isEqualTo(left);
          assertThat(result.remarks())
              .as(formula)
              .extracting(Remark::pointer, Remark::code)
              .contains(tuple("/0/name", "formula-removed"));
        });
  }

  @Test
  void aSignThatRunsNothingStaysInAName() {
    for (String name : List.of("-Sober & Free", "+1 Group", "- Open to all", "@Home")) {
      var result = one(row("a", name).put("location", "Mill"));
      assertThat(result.meetings().getFirst().name()).isEqualTo(name);
      assertThat(result.remarks()).extracting(Remark::code).doesNotContain("formula-removed");
    }
  }

  @Test
  void noneIsSaidOfALengthThatNobodyGave() {
    assertThat(read("bmlt.json", Fellowship.NA).remarks())
        .filteredOn(remark -> remark.pointer().endsWith("/duration_time"))
        .extracting(Remark::rowId, Remark::code)
        .containsExactly(tuple("45", "end-missing"));
  }

  private static ObjectNode row(String slug, String name) {
    return FeedFiles.JSON
        .createObjectNode()
        .put("slug", slug)
        .put("name", name)
        .put("day", 1)
        .put("time", "19:00");
  }

  private static ReadingFeed.Result one(ObjectNode row) {
    return FeedFiles.read(FeedFiles.JSON.createArrayNode().add(row), Fellowship.AA);
  }

  private static JsonNode online(ObjectNode row, Fellowship fellowship) {
    var result = FeedFiles.read(FeedFiles.JSON.createArrayNode().add(row), fellowship);
    return FeedFiles.JSON.valueToTree(result.meetings().getFirst().online());
  }

  @Test
  void isAListOrNothing() {
    assertThat(FeedFiles.read(FeedFiles.JSON.readTree("{\"meetings\": []}"), Fellowship.AA).read())
        .isZero();
    assertThatThrownBy(() -> FeedFiles.read(FeedFiles.JSON.readTree("{}"), Fellowship.AA))
        .isInstanceOf(Refusal.class);
  }

  private static ListedMeeting only(String file, Fellowship fellowship) {
    return FeedFiles.read(FeedFiles.JSON.readTree(file), fellowship).meetings().getFirst();
  }

  private List<Weekly> times(String id) {
    return meeting(id).times();
  }

  private ListedMeeting meeting(String id) {
    return of(byId(messy), id);
  }

  private static ListedMeeting of(Map<String, ListedMeeting> by, String id) {
    return Objects.requireNonNull(by.get(id), id);
  }

  private static Map<String, ListedMeeting> byId(ReadingFeed.Result result) {
    return result.meetings().stream()
        .collect(Collectors.toMap(ListedMeeting::rowId, Function.identity()));
  }

  private static ReadingFeed.Result read(String own, Fellowship fellowship) {
    return FeedFiles.read(FeedFiles.JSON.readTree(FeedFiles.own(own)), fellowship);
  }
}
