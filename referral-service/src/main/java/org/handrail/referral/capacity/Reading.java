package org.handrail.referral.capacity;

/** How a statement of capacity can be read at its age (DIR-2). */
public enum Reading {
  /** Within its time: what was said may be shown as free. */
  CURRENT,
  /** Past its time: what was said last is told with its age, and that somebody should call. */
  CALL_TO_CONFIRM,
  /** Past three times its time: nobody knows. */
  UNKNOWN
}
