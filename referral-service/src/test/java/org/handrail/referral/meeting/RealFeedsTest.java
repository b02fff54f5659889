package org.handrail.referral.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;

/** On files as they are published; left out where they are not at hand. */
class RealFeedsTest {
  @ParameterizedTest
  @CsvSource({
    "benlomond, 35",
    "edmonton, 315",
    "kc, 206",
    "times, 9",
    "timezones, 2",
    "appointment, 2"
  })
  void everyRowIsStoredOrReported(String name, int rows) {
    ReadingFeed.Result result = read(name);

    long rejected = result.remarks().stream().filter(Remark::rejected).count();
    assertThat(result.read()).isEqualTo(rows);
    assertThat(result.meetings().size() + rejected).isEqualTo(rows);
    // They are mostly good: who rejects them all has not understood them.
    assertThat(result.meetings().size()).isGreaterThanOrEqualTo(rows * 9 / 10);
  }

  @Test
  void understandsTwelveHourClocksAndArraysOfDays() {
    assertThat(read("edmonton").meetings())
        .filteredOn(meeting -> meeting.rowId().equals("9") || meeting.rowId().equals("11"))
        .extracting(ListedMeeting::times)
        .containsExactly(
            List.of(new Weekly(2 * WallClock.DAY + 12 * 60 + 15, null)),
            List.of(new Weekly(12 * 60, null)));
  }

  @Test
  void takesLowerCaseCodesForTheSame() {
    assertThat(read("kc").meetings())
        .filteredOn(meeting -> meeting.types().contains("ONL"))
        .hasSizeGreaterThan(50);
    assertThat(read("kc").remarks()).extracting(Remark::code).doesNotContain("type-unknown");
  }

  @Test
  void aPlaceThatIsClosedIsKnown() {
    assertThat(read("benlomond").meetings())
        .filteredOn(ListedMeeting::placeClosed)
        .hasSize(17)
        .anyMatch(meeting -> meeting.online().possible());
  }

  @Test
  void ownZoneOfARowIsTaken() {
    assertThat(read("timezones").meetings())
        .extracting(meeting -> meeting.zone().getId())
        .containsExactly("America/Los_Angeles", "America/New_York");
  }

  @Test
  void aFileThatGoesOnAfterItsEndIsNoFile() {
    byte[] invalid = FeedFiles.real("meeting-guide/invalid.json");

    assertThat(
            catchThrowable(
                () ->
                    FeedFiles.JSON
                        .readerFor(JsonNode.class)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .readTree(invalid)))
        .isInstanceOf(StreamReadException.class);
  }

  private static ReadingFeed.Result read(String name) {
    JsonNode file = FeedFiles.JSON.readTree(FeedFiles.real("meeting-guide/" + name + ".json"));
    return FeedFiles.read(file, Fellowship.AA);
  }
}
