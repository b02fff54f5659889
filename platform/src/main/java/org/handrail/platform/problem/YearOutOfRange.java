package org.handrail.platform.problem;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.InvalidFormatException;

/** A time as it should be written, of a year in which nobody whom we serve lives: a slip. */
public final class YearOutOfRange extends InvalidFormatException {
  static final String CODE = "year-out-of-range";

  private static final long serialVersionUID = 1L;

  private final int first;
  private final int last;

  /**
   * @param parser of the body; none for a parameter
   * @param first the first year that is taken
   * @param last the last one
   */
  public YearOutOfRange(
      @Nullable JsonParser parser, String text, Class<?> type, int first, int last) {
    super(parser, "no year of ours", text, type);
    this.first = first;
    this.last = last;
  }

  String range() {
    return "A year from %d to %d".formatted(first, last);
  }
}
