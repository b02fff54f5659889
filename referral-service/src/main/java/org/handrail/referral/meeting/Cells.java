package org.handrail.referral.meeting;

import java.util.ArrayList;
import java.util.List;

/** The earth in squares of a quarter degree, so that what is near can be looked up. */
final class Cells {
  private static final int PER_DEGREE = 4;
  private static final int AROUND = 360 * PER_DEGREE;
  private static final double KM_PER_DEGREE = 111.19;

  private Cells() {}

  /** The cell of a place; degrees. */
  static int of(double latitude, double longitude) {
    return row(latitude) * AROUND + Math.floorMod(column(longitude), AROUND);
  }

  /** Those that a circle may touch, each once; kilometres. */
  static List<Integer> around(double latitude, double longitude, double within) {
    double up = within / KM_PER_DEGREE;
    double widest = Math.min(90, Math.abs(latitude) + up);
    double narrow = Math.cos(Math.toRadians(widest));
    double aside = narrow * 180 <= up ? 180 : up / narrow;
    int first = column(longitude - aside);
    int last = Math.min(column(longitude + aside), first + AROUND - 1);
    List<Integer> cells = new ArrayList<>();
    for (int row = row(Math.max(-90, latitude - up));
        row <= row(Math.min(90, latitude + up));
        row++) {
      for (int column = first; column <= last; column++) {
        cells.add(row * AROUND + Math.floorMod(column, AROUND));
      }
    }
    return cells;
  }

  private static int row(double latitude) {
    return (int) Math.floor((latitude + 90) * PER_DEGREE);
  }

  private static int column(double longitude) {
    return (int) Math.floor((longitude + 180) * PER_DEGREE);
  }
}
