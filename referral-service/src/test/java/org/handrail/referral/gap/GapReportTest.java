package org.handrail.referral.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.gap.GapReport.Cell;
import org.handrail.referral.gap.GapReport.NeedTotal;
import org.junit.jupiter.api.Test;

class GapReportTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Quarter QUARTER = new Quarter(2026, 1, NEW_YORK);

  @Test
  @Proves({"ANA-1", "ANA-2"})
  void tenPeopleAreHiddenAndElevenAreTold() {
    assertThat(Cell.of("detox", "lucas", 10L)).isEqualTo(new Cell("detox", "lucas", null, true));
    assertThat(Cell.of("detox", "lucas", 11L)).isEqualTo(new Cell("detox", "lucas", 11L, false));
    assertThat(Cell.of("detox", "lucas", null).hidden()).isTrue();
  }

  @Test
  @Proves("ANA-3")
  void noTotalStandsWhereAHiddenNumberWouldFollowFromIt() {
    GapReport report =
        GapReport.of(
            QUARTER,
            1,
            List.of(
                Cell.of("childcare", "lucas", 12L),
                Cell.of("childcare", "wood", 15L),
                Cell.of("detox", "lucas", 30L),
                Cell.of("detox", "wood", 4L),
                Cell.of("detox", "erie", 20L)));

    assertThat(report.needs())
        .containsExactly(new NeedTotal("childcare", 27L), new NeedTotal("detox", null));
    assertThat(report.total()).isNull();
  }

  @Test
  void totalOfWhatIsAllShownIsItsSum() {
    GapReport report =
        GapReport.of(
            QUARTER, 1, List.of(Cell.of("detox", "lucas", 30L), Cell.of("housing", "wood", 11L)));

    assertThat(report.total()).isEqualTo(41);
    assertThat(GapReport.of(QUARTER, 1, List.of()).total()).isZero();
  }

  @Test
  void quartersFollowEachOtherWithoutAGapWhereTheCoalitionIs() {
    Quarter last = Quarter.of("2025-Q4", NEW_YORK);

    assertThat(last.ends()).isEqualTo(QUARTER.begins()).isEqualTo("2026-01-01T05:00:00Z");
    assertThat(Quarter.at(Instant.parse("2026-04-01T03:59:59Z"), NEW_YORK)).isEqualTo(QUARTER);
    assertThat(Quarter.at(QUARTER.ends(), NEW_YORK).code()).isEqualTo("2026-Q2");
  }
}
