package org.handrail.referral.directory.standard;

/** How a field of an HSDS row is read. */
public enum FieldType {
  TEXT,
  /** A word of a closed list; lower case. */
  CODE,
  NUMBER,
  DATE,
  /** A date with a time and an offset. */
  INSTANT,
  TIME,
  URL,
  EMAIL
}
