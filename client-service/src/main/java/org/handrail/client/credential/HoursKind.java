package org.handrail.client.credential;

/** What hours are counted as. */
enum HoursKind {
  TRAINING,
  EXPERIENCE,
  SUPERVISION,
  /** Continuing education, within the cycle that it renews. */
  CE;

  /** Whether the same lesson counts only once, whenever it is heard again. */
  boolean isTaught() {
    return this == TRAINING || this == CE;
  }
}
