package org.handrail.client.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;

/** The schemes as data. */
class SchemesTest {
  private final Schemes schemes = new Schemes();

  private SchemeVersion on(String id, int year) {
    return schemes.on(id, LocalDate.of(year, 6, 15)).orElseThrow();
  }

  @Test
  @Proves("R21")
  void certificationDiffersByPlace() {
    assertThat(schemes.all())
        .extracting(Scheme::id)
        .containsExactlyInAnyOrder(
            "icrc-pr",
            "virginia-cprs",
            "virginia-rprs",
            "tennessee-cprs",
            "georgia-cares",
            "samhsa-model-2023",
            "naadac-ncprss");
    var international = on("icrc-pr", 2026);
    assertThat(international.training())
        .isNotNull()
        .satisfies(
            training -> {
              assertThat(training.hours()).isEqualTo(46);
              assertThat(training.of())
                  .isEqualTo(
                      Map.of(
                          "advocacy",
                          10,
                          "mentoring-education",
                          10,
                          "recovery-wellness",
                          10,
                          "ethics",
                          16));
              assertThat(training.verified()).isTrue();
            });
    assertThat(on("naadac-ncprss", 2026).training())
        .isNotNull()
        .satisfies(training -> assertThat(training.verified()).isFalse());
    assertThat(on("virginia-cprs", 2026).experience())
        .isNotNull()
        .satisfies(
            experience -> {
              assertThat(experience.hours()).isEqualTo(500);
              assertThat(experience.withinMonths()).isEqualTo(36);
            });
    assertThat(schemes.find("virginia-rprs").map(Scheme::requires)).contains("virginia-cprs");
  }

  @Test
  void whatASchemeAsksForGoesByTheDay() {
    assertThat(on("tennessee-cprs", 2022).version()).isEqualTo("annual");
    assertThat(schemes.on("tennessee-cprs", LocalDate.of(2022, 12, 31)).map(SchemeVersion::version))
        .contains("annual");
    assertThat(schemes.on("tennessee-cprs", LocalDate.of(2023, 1, 1)).map(SchemeVersion::version))
        .contains("two-year");
    assertThat(schemes.on("samhsa-model-2023", LocalDate.of(2023, 5, 31))).isEmpty();
    assertThat(schemes.on("nowhere", LocalDate.of(2026, 1, 1))).isEmpty();
  }

  @Test
  @Proves("CERT-1")
  void cyclesGoByAnniversaryOrByCalendarYear() {
    var leap = LocalDate.of(2024, 2, 29);
    assertThat(on("icrc-pr", 2026).renewal().from(LocalDate.of(2024, 3, 10)))
        .isEqualTo(new Cycle(LocalDate.of(2024, 3, 10), LocalDate.of(2026, 3, 9)));
    assertThat(on("virginia-rprs", 2026).renewal().from(LocalDate.of(2026, 1, 1)).until())
        .isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(on("icrc-pr", 2026).renewal().from(leap).until())
        .isEqualTo(LocalDate.of(2026, 2, 27));
    var georgia = on("georgia-cares", 2026).renewal();
    assertThat(georgia.from(LocalDate.of(2026, 11, 28)).until())
        .isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(georgia.from(LocalDate.of(2026, 12, 31)).until())
        .isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(georgia.missed()).isEqualTo(State.INACTIVE);
  }

  @Test
  void noCertificateIsLongerThanItsScheme() {
    var from = LocalDate.of(2024, 3, 10);
    var renewal = on("icrc-pr", 2026).renewal();
    assertThat(renewal.from(from, from.plusYears(2))).isPresent();
    assertThat(renewal.from(from, from.plusYears(1))).isPresent();
    assertThat(renewal.from(from, from.plusYears(2).plusDays(1))).isEmpty();
    assertThat(renewal.from(from, from.minusDays(1))).isEmpty();
    assertThat(on("georgia-cares", 2026).renewal().from(from, LocalDate.of(2024, 12, 30)))
        .isEmpty();
  }

  @Test
  @Proves("CERT-1")
  void nothingProvisionalIsLongerThanWhatItLeadsTo() {
    var from = LocalDate.of(2024, 11, 10);
    var renewal = on("icrc-pr", 2026).renewal();
    assertThat(renewal.provisional(from, from)).isPresent();
    assertThat(renewal.provisional(from, from.plusYears(2))).isPresent();
    assertThat(renewal.provisional(from, from.plusYears(2).plusDays(1))).isEmpty();
    assertThat(renewal.provisional(from, from.minusDays(1))).isEmpty();
    // Its last day is no calendar's.
    var georgia = on("georgia-cares", 2026).renewal();
    assertThat(georgia.provisional(from, from.plusMonths(6))).isPresent();
    assertThat(georgia.provisional(from, from.plusYears(1).plusDays(1))).isEmpty();
  }

  @Test
  @Proves("R20")
  void trainingIsAboutWhatTheFieldNames() {
    assertThat(schemes.topics())
        .containsExactlyInAnyOrder(
            "communication",
            "ethics",
            "crisis-intervention",
            "core-competencies",
            "stages-of-change",
            "motivational-interviewing",
            "co-occurring");
  }
}
