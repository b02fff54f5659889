package org.handrail.referral.directory.hsds;

import org.jspecify.annotations.Nullable;

/**
 * Which rows are asked for, and how much of each.
 *
 * @param depth absent where only is asked that they are there and when they changed
 */
record Wanted(Listing listing, @Nullable Depth depth) {
  private static final int MOST_PER_PAGE = 100;
  private static final int MOST_MINIMAL = 1000;

  /** How many of them a page may have. */
  int most() {
    return depth == null ? MOST_MINIMAL : MOST_PER_PAGE;
  }
}
