package org.handrail.referral.capacity;

/**
 * How often people who were accepted were turned away for want of a place: of the last ten, in
 * bands, and of none before there were eleven, so that nobody's own outcome can be read from it.
 */
enum TrackRecord {
  TOO_FEW_TO_TELL(100, "fewer than 11 accepted referrals have come to an end"),
  NONE(100, "none of the last 10 accepted were turned away for want of a place"),
  ONE_OR_TWO(85, "1 or 2 of the last 10 accepted were turned away for want of a place"),
  THREE_TO_FIVE(60, "3 to 5 of the last 10 accepted were turned away for want of a place"),
  MORE_THAN_FIVE(25, "more than 5 of the last 10 accepted were turned away for want of a place");

  static final int ENOUGH = 11;

  private final int percent;
  private final String text;

  TrackRecord(int percent, String text) {
    this.percent = percent;
    this.text = text;
  }

  /**
   * As it is told.
   *
   * @param known outcomes, counted up to {@link #ENOUGH}
   * @param turnedAway of the last ten
   */
  static TrackRecord of(int known, int turnedAway) {
    if (known < ENOUGH) {
      return TOO_FEW_TO_TELL;
    }
    if (turnedAway == 0) {
      return NONE;
    }
    if (turnedAway <= 2) {
      return ONE_OR_TWO;
    }
    return turnedAway <= 5 ? THREE_TO_FIVE : MORE_THAN_FIVE;
  }

  int percent() {
    return percent;
  }

  String text() {
    return text;
  }
}
