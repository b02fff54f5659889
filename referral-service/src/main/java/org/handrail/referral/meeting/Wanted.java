package org.handrail.referral.meeting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param from the first instant at which it may begin
 * @param to the first at which it may not
 * @param fellowships any of them; none: all
 * @param type a code of the one fellowship
 * @param online true: can be joined from elsewhere, wherever it is; false: at a place that is open
 * @param language ISO 639
 * @param confirmedAfter when its feed last had it; otherwise nobody knows any more
 * @param newcomer nothing closed, no closed place, and what welcomes newcomers first
 */
record Wanted(
    @Nullable Near near,
    Instant from,
    Instant to,
    List<Fellowship> fellowships,
    @Nullable String type,
    @Nullable Boolean online,
    @Nullable String language,
    Instant confirmedAfter,
    boolean newcomer) {

  /**
   * Around a point.
   *
   * @param within kilometres
   */
  record Near(double latitude, double longitude, double within) {}

  /** Whether the place decides, and not only tells how far it is. */
  boolean atPlaceNear() {
    return near != null && !Boolean.TRUE.equals(online);
  }
}
