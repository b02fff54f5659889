package org.handrail.referral.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallClockTest {
  @ParameterizedTest
  @CsvSource({
    "12:15 PM, 735",
    "12:00 AM, 0",
    "7pm, 1140",
    "7:30 p.m., 1170",
    "19:00, 1140",
    "19:00:00, 1140",
    "Noon, 720",
    "24:00, 1440",
    "0:30, 30",
    "9.30 am, 570"
  })
  void readsTimesAsPeopleWriteThem(String text, int minutes) {
    assertThat(WallClock.minutes(text)).hasValue(minutes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"25:00", "24:01", "13:00 PM", "0:30 AM", "7", "half past", "", "12:60", "-1:00"})
  void guessesNothing(String text) {
    assertThat(WallClock.minutes(text)).isEmpty();
  }

  @Property
  void everyWayOfWritingATimeIsTheSameTime(
      @ForAll @IntRange(max = 23) int hour, @ForAll @IntRange(max = 59) int minute) {
    int twelve = hour % 12 == 0 ? 12 : hour % 12;
    String half = hour < 12 ? "am" : "PM";
    int expected = hour * 60 + minute;

    assertThat(WallClock.minutes("%d:%02d".formatted(hour, minute))).hasValue(expected);
    assertThat(WallClock.minutes("%02d:%02d:00".formatted(hour, minute))).hasValue(expected);
    assertThat(WallClock.minutes("%d:%02d %s".formatted(twelve, minute, half))).hasValue(expected);
    assertThat(WallClock.minutes("%d:%02d%c.m.".formatted(twelve, minute, half.charAt(0))))
        .hasValue(expected);
  }

  @Property
  void everyMeetingIsInTheWeekAndEndsAfterItBegan(
      @ForAll @IntRange(max = 6) int day,
      @ForAll @IntRange(max = 1440) int start,
      @ForAll @IntRange(max = 1440) int end) {
    Weekly time = Weekly.of(day, start, end);

    assertThat(time.weekMinute()).isBetween(0, Weekly.WEEK - 1);
    assertThat(time.weekMinute() % WallClock.DAY).isEqualTo(start % WallClock.DAY);
    if (time.minutes() != null) {
      assertThat(time.minutes()).isBetween(1, 720);
      assertThat((start + time.minutes()) % WallClock.DAY).isEqualTo(end % WallClock.DAY);
    }
    if (end > start && end - start <= 720) {
      assertThat(time.minutes()).isEqualTo(end - start);
    }
  }

  @Test
  void knowsZonesByTheirRegionOnly() {
    assertThat(Zones.usable("america/new york")).contains(ZoneId.of("America/New_York"));
    assertThat(Zones.usable("UTC")).contains(ZoneId.of("UTC"));
    for (String wrong :
        new String[] {"EST", "UTC-5", "Etc/GMT+5", "Eastern", "America/Nowhere", ""}) {
      assertThat(Zones.usable(wrong)).as(wrong).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://meet.example.org/x",
        "https://10.0.0.1/x",
        "https://localhost/x",
        "https://printer.local/",
        "https://me:pw@meet.example.org/",
        "https://meet.example.org:8443/x",
        "javascript:alert(1)",
        "https://[::1]/",
        "https:///x",
        "https://intranet/",
        "meet.example.org",
        "https://a b/"
      })
  void sendsNobodyToAStrangeAddress(String address) {
    assertThat(WebAddress.of(address)).isEmpty();
  }

  @Test
  void keepsAnOrdinaryLink() {
    assertThat(WebAddress.of(" HTTPS://us02web.meet.example.org/j/1?pwd=a "))
        .contains("https://us02web.meet.example.org/j/1?pwd=a");
  }
}
