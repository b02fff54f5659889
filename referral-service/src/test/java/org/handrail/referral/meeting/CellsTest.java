package org.handrail.referral.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CellsTest {
  private static final double EARTH = 6371.0088;

  @Property
  void whatIsWithinTheCircleIsInItsCells(
      @ForAll @DoubleRange(min = -88, max = 88) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude,
      @ForAll @DoubleRange(min = 0.1, max = 200) double within,
      @ForAll @DoubleRange(min = 0, max = 6.28) double bearing,
      @ForAll @DoubleRange(min = 0, max = 0.99) double share) {
    double angle = within * share / EARTH;
    double from = Math.toRadians(latitude);
    double there =
        Math.asin(
            Math.sin(from) * Math.cos(angle)
                + Math.cos(from) * Math.sin(angle) * Math.cos(bearing));
    double aside =
        Math.atan2(
            Math.sin(bearing) * Math.sin(angle) * Math.cos(from),
            Math.cos(angle) - Math.sin(from) * Math.sin(there));
    double east = Math.IEEEremainder(longitude + Math.toDegrees(aside), 360);

    assertThat(Cells.around(latitude, longitude, within))
        .contains(Cells.of(Math.toDegrees(there), east))
        .doesNotHaveDuplicates();
  }

  @Test
  void aWalkIsAFewCells() {
    assertThat(Cells.around(41.45, -82.7, 5)).hasSizeLessThanOrEqualTo(4);
    assertThat(Cells.around(41.45, -82.7, 200)).hasSizeLessThan(500);
    assertThat(Cells.around(90, 0, 5)).contains(Cells.of(89.99, 123));
  }
}
