package org.handrail.client.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.client.Configured;
import org.handrail.client.reporting.Windows.Window;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 31);

  private final Grants grants =
      Configured.as(Grants.class, "handrail.reporting", "reporting/grants.yaml");

  @ParameterizedTest
  @CsvSource({
    // Thirty days from the first; a hundred and eighty and thirty around; a year and thirty around.
    "0, 'baseline 1'",
    "149, 'baseline 1'",
    "150, 'baseline 1, reassessment 1'",
    "334, 'baseline 1, reassessment 1'",
    "335, 'baseline 1, reassessment 1, annual 1'",
    "699, 'baseline 1, reassessment 1, annual 1'",
    "700, 'baseline 1, reassessment 1, annual 1, annual 2'"
  })
  @Proves("REP-1")
  void windowsOpenWhenTheGrantSays(int day, String opened) {
    assertThat(names(opened(START, null, START.plusDays(day)))).isEqualTo(opened);
  }

  @Test
  @Proves("REP-1")
  void eachHasItsFirstAndItsLastDay() {
    var windows = opened(START, null, START.plusDays(400));
    assertThat(windows.get(0).closes()).isEqualTo(START.plusDays(30));
    assertThat(windows.get(1).opens()).isEqualTo(START.plusDays(150));
    assertThat(windows.get(1).closes()).isEqualTo(START.plusDays(210));
    assertThat(windows.get(2).opens()).isEqualTo(START.plusYears(1).minusDays(30));
    assertThat(windows.get(0).isOpen(START.plusDays(30))).isTrue();
    assertThat(windows.get(0).isOver(START.plusDays(30))).isFalse();
    assertThat(windows.get(0).isOver(START.plusDays(31))).isTrue();
  }

  @Test
  @Proves("REP-1")
  void afterTheEndOnlyTheCloseoutComes() {
    var end = START.plusDays(160);
    var windows = opened(START, end, START.plusDays(800));
    assertThat(names(windows)).isEqualTo("baseline 1, closeout 1");
    assertThat(windows.getLast().opens()).isEqualTo(end);
    assertThat(windows.getLast().closes()).isEqualTo(end.plusDays(30));
    // What was late before the end is still late.
    assertThat(names(opened(START, START.plusDays(300), START.plusDays(800))))
        .isEqualTo("baseline 1, reassessment 1, closeout 1");
  }

  @Test
  @Proves("REP-1")
  void whatWasOpenAtTheEndCanBeReportedOfTheDaysUntilThen() {
    var end = START.plusDays(160);
    var ended = enrollment(START, end);
    var grant = grants.of("samhsa-sor", START).orElseThrow();
    var windows = Windows.reportable(grant, ended, START.plusDays(800));
    assertThat(names(windows)).isEqualTo("baseline 1, reassessment 1, closeout 1");
    var reassessment = windows.get(1);
    assertThat(Windows.isTooLate(reassessment, ended, end)).isFalse();
    assertThat(Windows.isTooLate(reassessment, ended, end.plusDays(1))).isTrue();
    assertThat(Windows.isTooLate(windows.getLast(), ended, end.plusDays(1))).isFalse();
    assertThat(names(Windows.reportable(grant, enrollment(START, START.plusDays(149)), end)))
        .isEqualTo("baseline 1, closeout 1");
  }

  @Test
  void anOlderEnrollmentKeepsTheDaysOfItsTime() {
    var before = LocalDate.of(2025, 9, 30);
    assertThat(grants.of("samhsa-sor", before).orElseThrow().form()).isEqualTo("gpra");
    assertThat(opened(before, null, before.plusDays(400)).get(1).closes())
        .isEqualTo(before.plusDays(240));
    assertThat(grants.of("samhsa-sor", before.plusDays(1)).orElseThrow().form()).isEqualTo("suprt");
    assertThat(grants.of("samhsa-sor", LocalDate.of(2020, 9, 30))).isEmpty();
  }

  private List<Window> opened(LocalDate start, @Nullable LocalDate end, LocalDate today) {
    return Windows.opened(
        grants.of("samhsa-sor", start).orElseThrow(), enrollment(start, end), today);
  }

  private static Enrollment enrollment(LocalDate start, @Nullable LocalDate end) {
    return new Enrollment(UUID.randomUUID(), UUID.randomUUID(), "samhsa-sor", 1, start, end, null);
  }

  private static String names(List<Window> windows) {
    return String.join(
        ", ",
        windows.stream().map(window -> Codes.of(window.point()) + " " + window.number()).toList());
  }
}
