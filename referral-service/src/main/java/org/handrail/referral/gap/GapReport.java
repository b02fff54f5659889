package org.handrail.referral.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Unmet needs of a quarter by need and area. Of few people nothing is told but that there are some;
 * a total is the sum of what is shown and stands only where nothing of it is hidden, so that no
 * hidden number follows from it (ANA-1, ANA-3).
 *
 * @param hiddenBelow numbers of people below this are not told
 * @param ofAtLeastAgencies nor are those of fewer agencies than this
 * @param total absent when a part of it is hidden
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GapReport(
    String quarter,
    int hiddenBelow,
    int ofAtLeastAgencies,
    List<Cell> items,
    List<NeedTotal> needs,
    @Nullable Long total) {
  static final int FEW = 11;

  /**
   * How many people needed this there.
   *
   * @param people absent when hidden
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cell(String need, String area, @Nullable Long people, boolean hidden) {
    static Cell of(String need, String area, @Nullable Long people) {
      boolean few = people == null || people < FEW;
      return new Cell(need, area, few ? null : people, few);
    }
  }

  /**
   * Of a need in all areas.
   *
   * @param people counted in each area; absent when one of them is hidden
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NeedTotal(String need, @Nullable Long people) {}

  static GapReport of(Quarter quarter, int ofAtLeastAgencies, List<Cell> cells) {
    Map<String, @Nullable Long> needs = new LinkedHashMap<>();
    Long total = 0L;
    for (Cell cell : cells) {
      Long before = needs.containsKey(cell.need()) ? needs.get(cell.need()) : Long.valueOf(0);
      needs.put(cell.need(), sum(before, cell.people()));
      total = sum(total, cell.people());
    }
    return new GapReport(
        quarter.code(),
        FEW,
        ofAtLeastAgencies,
        cells,
        needs.entrySet().stream().map(e -> new NeedTotal(e.getKey(), e.getValue())).toList(),
        total);
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    return one == null || other == null ? null : Long.valueOf(one + other);
  }
}
