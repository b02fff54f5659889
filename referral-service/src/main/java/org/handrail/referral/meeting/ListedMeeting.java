package org.handrail.referral.meeting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as a feed lists it, understood.
 *
 * @param rowId how the feed names it
 * @param times one for each day; none: by appointment
 * @param zoneOfFeed whether the row names none, so that it changes with the feed's
 * @param types codes of the feed's fellowship
 * @param languages ISO 639
 * @param languagesOfFeed whether the row names none, so that they change with the feed's
 * @param closed only for those with the concern themselves
 * @param welcoming for newcomers, or open to anybody
 * @param changedOn when the feed says that it was last written
 */
record ListedMeeting(
    String rowId,
    String name,
    @Nullable String group,
    @Nullable String notes,
    List<Weekly> times,
    ZoneId zone,
    boolean zoneOfFeed,
    Place place,
    boolean placeClosed,
    boolean atPlace,
    Online online,
    List<String> types,
    List<String> languages,
    boolean languagesOfFeed,
    boolean closed,
    boolean welcoming,
    @Nullable LocalDate changedOn) {

  /**
   * How it can be joined from elsewhere.
   *
   * @param phone that can be dialled, without what is dialled once it answers
   * @param phoneNotes what is dialled or said then, and what else the list says of the number
   */
  record Online(
      @Nullable String url,
      @Nullable String notes,
      @Nullable String phone,
      @Nullable String phoneNotes) {
    boolean possible() {
      return url != null || phone != null;
    }
  }

  /** What makes two rows one meeting under two names. */
  record Likeness(
      String name, List<Weekly> times, @Nullable String at, Online online, ZoneId zone) {}

  /** Many share a number: it is what one dials then that tells them apart. */
  Likeness likeness() {
    String at = place.name() + " " + place.address();
    var way = new Online(online.url(), null, online.phone(), online.phoneNotes());
    return new Likeness(name, times, at, way, zone);
  }
}
