package org.handrail.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.analytics.deidentification.What;
import org.handrail.analytics.deidentification.WhatWasReleased.OfPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearlyMeasuresTest {

  private static final List<String> THREE = List.of("riverbend", "harborlight", "cedarhouse");

  private final List<OfPerson> released = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"0, 0", "1, <11", "10, <11", "11, 11", "12, 12"})
  void showsNobodyAndElevenOrMoreButNotFew(int people, String shown) {
    attended(2026, people, THREE);
    enrolled(2026);
    assertThat(cell(2026).shown()).isEqualTo(shown);
  }

  @Test
  void theNumberIsAbsentWhereItIsHeldBack() {
    attended(2026, 10, THREE);
    assertThat(cell(2026).people()).isNull();
  }

  @Test
  void holdsBackManyPeopleOfTwoAgencies() {
    attended(2026, 40, THREE.subList(0, 2));
    assertThat(cell(2026)).isEqualTo(new Cell(2026, "referral-attended", null, "withheld"));
  }

  @Test
  void countsPeopleNotHappenings() {
    var person = UUID.randomUUID();
    for (var i = 0; i < 20; i++) {
      released.add(new OfPerson(2026, What.REFERRAL_ATTENDED, person, THREE.get(i % 3)));
    }
    assertThat(cell(2026).shown()).isEqualTo("<11");
  }

  @Test
  void everyYearHasEveryMeasureAndThereIsNoTotal() {
    attended(2024, 11, THREE);
    attended(2026, 11, THREE);
    assertThat(YearlyMeasures.of(released))
        .hasSize(3 * What.values().length)
        .doesNotHaveDuplicates()
        .extracting(Cell::year)
        .containsOnly(2024, 2025, 2026);
  }

  @Test
  void isEmptyBeforeAnythingIsKnown() {
    assertThat(YearlyMeasures.of(released)).isEmpty();
  }

  private Cell cell(int year) {
    return YearlyMeasures.of(released).stream()
        .filter(cell -> cell.year() == year && cell.measure().equals("referral-attended"))
        .findFirst()
        .orElseThrow();
  }

  private void attended(int year, int people, List<String> agencies) {
    for (var i = 0; i < people; i++) {
      released.add(
          new OfPerson(
              year, What.REFERRAL_ATTENDED, UUID.randomUUID(), agencies.get(i % agencies.size())));
    }
  }

  private void enrolled(int year) {
    released.add(new OfPerson(year, What.CLIENT_ENROLLED, UUID.randomUUID(), "riverbend"));
  }
}
