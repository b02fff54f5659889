package org.handrail.referral.meeting;

/** A row of a feed cannot be stored. */
final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String code;
  private final String detail;

  /**
   * @param field the one that is at fault; empty for the whole row
   */
  Unusable(String field, String code, String detail) {
    super(code);
    this.where = field.isEmpty() ? "" : "/" + field;
    this.code = code;
    this.detail = detail;
  }

  String where() {
    return where;
  }

  String code() {
    return code;
  }

  String detail() {
    return detail;
  }
}
