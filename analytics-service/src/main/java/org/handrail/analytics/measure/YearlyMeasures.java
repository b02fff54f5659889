package org.handrail.analytics.measure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import org.handrail.analytics.deidentification.What;
import org.handrail.analytics.deidentification.WhatWasReleased.OfPerson;

/** People per year and happening, on one fixed grid without totals: nothing can be subtracted. */
final class YearlyMeasures {

  private YearlyMeasures() {}

  private record Place(int year, What what) {}

  /** Every year from the first to the last of which something is known, with every measure. */
  static List<Cell> of(List<OfPerson> released) {
    var years = released.stream().mapToInt(OfPerson::year).summaryStatistics();
    var places = released.stream().collect(groupingBy(one -> new Place(one.year(), one.what())));
    var cells = new ArrayList<Cell>();
    for (long year = years.getMin(); year <= years.getMax(); year++) {
      for (var what : What.values()) {
        cells.add(
            cell((int) year, what, places.getOrDefault(new Place((int) year, what), List.of())));
      }
    }
    return cells;
  }

  private static Cell cell(int year, What what, List<OfPerson> here) {
    var people = here.stream().map(OfPerson::person).collect(toSet()).size();
    var agencies = here.stream().map(OfPerson::agency).collect(toSet()).size();
    return Cell.of(year, what, people, agencies);
  }
}
